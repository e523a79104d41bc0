import { afterAll, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { brandingOf } from './support/branding';
import { dial, reloadMeeting, seeRow } from './support/calls';
import { openBeside, seeStatus } from './support/panel';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('a plugin of the second namespace, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    const brandingDir = await brandingOf('tests/browser/doubles/videoconf-plugin.ts');
    stage = await setStage(candidate, { brandingDir });
    ({ tab, meeting, panel } = await openBeside(stage, { says: 'Waiting for the plugin' }));
  });
  afterAll(() => stage?.close());

  test('knows no greeting: the panel waits, and can send anyway in vain until it is reloaded', async () => {
    await panel.see('button', 'Send anyway');
    await reloadMeeting(tab);
    await seeStatus(panel, 'In the meeting');
  });

  test('is answered in its own words', async () => {
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await panel.see('switch', 'Chat', ({ checked }) => checked === true);
    await panel.click('switch', 'Unread badge');
    await meeting.see('img', 'Unread');
    await panel.click('switch', 'Unread badge');
    await meeting.gone('img', 'Unread');
  });

  test('dials', async () => {
    await panel.click('tab', 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
  });
});
