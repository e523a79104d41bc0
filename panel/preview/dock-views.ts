import type { PreviewView } from './preview-view';

/** Every state of the panel on the page. */
export const DOCK_VIEWS: readonly PreviewView[] = [
  { name: 'dock', state: 'dock', steps: [['wait', '.dock-button']] },
  { name: 'dock-left', state: 'dock-left', steps: [['wait', '.dock-button']] },
  { name: 'dock-inert', state: 'dock-inert', steps: [['wait', '.dock-inert']] },
  {
    name: 'dock-refused',
    state: 'dock-refused',
    steps: [
      ['click', '.dock-button'],
      ['wait', '.dock-refused'],
    ],
  },
  { name: 'dock-typed-pin', state: 'dock-typed-pin', steps: [['wait', '.dock-typed-pin']] },
  { name: 'dock-updated', state: 'dock-updated', steps: [['wait', '.dock-updated']] },
];
