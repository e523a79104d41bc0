import { strings } from '../locales/strings';

/** What the dock says beside what the panel says. */
export const DOCK_STRINGS = strings('dock', {
  /** To a page that frames the dock by itself. */
  stranger:
    'This page has opened a part of External Chat that only the extension may open. Nothing can be done in it.',
  place: 'Place of the panel',
  edge: 'Width of the dock',
  close: 'Close the chat',
  otherSide: { left: 'Move to the right', right: 'Move to the left' },
  push: 'Move the page aside',
  cover: 'Lie over the page',
  inert: 'Full screen: read here, press Esc to write.',
  refused: 'The page covered or moved this panel a moment ago, so nothing was done. Try again.',
});
