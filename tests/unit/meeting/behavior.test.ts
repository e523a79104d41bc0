import { describe, expect, it } from 'vitest';
import { readBehavior } from '../../../meeting/webapp3/config/behavior';

const CURRENT = {
  edition: 'current',
  activityField: 'type',
  joinedAt: 'create',
  dialRefusals: 'undefined',
  hostWord: 'chair',
  pluginIds: 'compared',
  interfaceLanguage: 'en',
};

describe('the behavior of the demo’s Web App 3', () => {
  it.each([
    ['that of the newest edition', [''], CURRENT],
    [
      'that of the classic edition, with words for refused dials',
      ['?edition=classic'],
      { ...CURRENT, edition: 'classic', dialRefusals: 'words' },
    ],
    [
      'what the query of the page says, before what the server was started with',
      ['?edition=current', 'edition=classic&interfaceLanguage=de&activityField=activity'],
      { ...CURRENT, interfaceLanguage: 'de', activityField: 'activity' },
    ],
    ['the default for a value that does not exist', ['?edition=newest&dialRefusals='], CURRENT],
  ])('is %s', (_what, searches, behavior) => {
    expect(readBehavior(...searches)).toEqual(behavior);
  });
});
