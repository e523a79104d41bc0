import { strings } from '../locales/strings';

/** What the dock says beside what the panel says. */
export const DOCK_STRINGS = strings('dock', {
  /** To a page that frames the dock by itself. */
  stranger: 'This part of External Chat can only be opened by the extension, so it doesn’t work here.',
  place: 'Panel position',
  edge: 'Panel width',
  close: 'Close the chat',
  otherSide: { left: 'Move to right side', right: 'Move to left side' },
  push: 'Push the page aside',
  cover: 'Cover the page',
  inert: 'Full screen is read-only. Press Esc to write.',
  refused: 'The page just covered or moved this panel, so your click was ignored. Try again.',
  closeNote: 'Close this note',
});
