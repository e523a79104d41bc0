import type { PreviewStep, PreviewView } from './preview-view';

const MENU: PreviewStep[] = [
  ['click', '.more-menu summary'],
  // What is to be said of the site comes last.
  ['wait', '.more-items [role="status"]'],
];

/** Every state of the menu. */
export const MENU_VIEWS: readonly PreviewView[] = [
  { name: 'menu', state: 'ready', steps: MENU },
  { name: 'menu-first-day', state: 'ready', stored: 'nothing', steps: MENU },
  {
    name: 'menu-added',
    state: 'several',
    stored: 'nothing',
    steps: [
      ...MENU,
      ['click', '.more-items button:last-of-type'],
      ['wait', '.more-items [role="status"]:not(:empty)'],
    ],
  },
];
