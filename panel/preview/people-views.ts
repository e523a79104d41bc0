import type { PreviewView } from './preview-view';
import { at } from './steps-to-view';

/** Every state of People. */
export const PEOPLE_VIEWS: readonly PreviewView[] = [
  { name: 'people', state: 'people', steps: at('people', ['wait', '.person']) },
  {
    name: 'people-menu',
    state: 'people',
    steps: at(
      'people',
      ['click', '#person-alice .person-more'],
      ['wait', '#person-alice .person-menu button'],
    ),
  },
  ...[
    { name: 'tones', at: 4 },
    { name: 'transfer', at: 5 },
    { name: 'overlay', at: 6 },
    { name: 'remove', at: 7 },
  ].map(
    ({ name, at: position }): PreviewView => ({
      name: `people-${name}`,
      state: 'people',
      steps: at(
        'people',
        ['click', '#person-alice .person-more'],
        ['click', `#person-alice .person-menu button:nth-child(${position})`],
        ['wait', 'dialog[open]'],
      ),
    }),
  ),
  {
    name: 'people-everyone',
    state: 'people',
    steps: at(
      'people',
      ['click', '.for-all .person-more'],
      ['click', '.for-all .person-menu button'],
      ['wait', 'dialog[open]'],
    ),
  },
  { name: 'people-crowd', state: 'crowd', steps: at('people', ['wait', '.person']) },
  { name: 'people-none', state: 'no-meeting', steps: at('people') },
  { name: 'people-unsupported', state: 'ready', steps: at('people') },
];
