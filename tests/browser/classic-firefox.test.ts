import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClassicMeeting, type ClassicStage, setClassicStage } from './classic-fixture';
import { anyName, launchFirefox } from './harness/browser';
import { eventually } from './harness/eventually';

describe('the host for classic plugins in Firefox', () => {
  let stage: ClassicStage;
  let here: ClassicMeeting;

  beforeAll(async () => {
    stage = await setClassicStage('tests/fixtures/classic/gallery', {}, () => launchFirefox());
    const tab = await stage.browser.open(stage.meeting.directUrl());
    here = { tab, webapp3: tab, runtime: await tab.frame('iframe.widget[title="Plugins"]'), console: [] };
  });
  afterAll(() => stage?.close());

  const conference = () => stage.meeting.node.conference();
  const until = (what: string, is: () => boolean) =>
    eventually(what, async () => (is() ? { done: { value: true } } : { seen: 'not yet' }));

  test('loads every plugin that runs', async () => {
    await here.webapp3.see('button', 'Start recording');
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.click('button', 'Plugin');
    const entries = await eventually('sixteen entries', async () => {
      const found = await here.runtime.findAll('listitem', anyName);
      return found.length === 16 ? { done: { value: found } } : { seen: String(found.length) };
    });
    expect(entries.filter(({ text }) => /[a-z]On$|[a-z]On[^,]/.test(text)).length).toBeGreaterThanOrEqual(9);
    await here.webapp3.click('button', 'Close Plugins');
  });

  test('opens a dialog and dials', async () => {
    await here.webapp3.click('button', 'Start recording');
    await here.runtime.fill('textbox', 'Recorder', 'rtmp-one@example.com');
    await here.runtime.click('button', 'Record');
    await here.webapp3.see('button', 'Stop recording');
    expect(conference().dials.at(-1)).toMatchObject({
      destination: 'rtmp-one@example.com',
      streaming: 'yes',
    });
  });

  test('shows each participant’s own state', async () => {
    const { uuid } = conference().join({ display_name: 'Alice' });
    conference().join({ display_name: 'Bob' });
    await here.webapp3.click('button', 'Camera off: Alice');
    await until('the camera to be off', () =>
      conference().participants.some((each) => each.uuid === uuid && each.is_video_muted),
    );
    await here.webapp3.see('button', 'Camera on: Alice');
    await here.webapp3.see('button', 'Camera off: Bob');
  });

  test('keeps the others when one leads its page elsewhere', async () => {
    await here.runtime.evaluate(() => Reflect.set(window, 'mark', true));
    // The survey goes to another page when the meeting is left.
    await here.webapp3.click('button', 'Leave');
    await here.webapp3.click('button', 'Join');
    await here.webapp3.see('button', 'Start recording');
    expect(await here.runtime.evaluate(() => 'mark' in window)).toBe(true);
  });
});
