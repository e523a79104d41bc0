import { expect, it } from 'vitest';
import { isDockShowable } from '../../../protocol/dock';

it.each([
  { isPreferred: true, isAlone: false, isPageOfFrames: false, shows: true },
  { isPreferred: false, isAlone: false, isPageOfFrames: false, shows: false },
  { isPreferred: true, isAlone: false, isPageOfFrames: true, shows: false },
  { isPreferred: false, isAlone: true, isPageOfFrames: false, shows: true },
  { isPreferred: true, isAlone: true, isPageOfFrames: true, shows: true },
  { isPreferred: false, isAlone: true, isPageOfFrames: true, shows: true },
])(
  'shows the panel on the page: $shows, preferred $isPreferred, without side panel $isAlone, frames $isPageOfFrames',
  ({ isPageOfFrames, shows, ...layout }) => {
    expect(isDockShowable(layout, isPageOfFrames)).toBe(shows);
  },
);
