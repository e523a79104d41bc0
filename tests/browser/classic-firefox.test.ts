import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, launchFirefox } from './harness/browser';
import { eventually } from './harness/eventually';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';
import { commit, expectSiblingWell, said } from './support/rude';

describe('the host for classic plugins in Firefox', () => {
  let fixture: ClassicFixture;
  let here: ClassicMeeting;

  beforeAll(async () => {
    fixture = await createClassicFixture('tests/fixtures/classic/gallery', {}, () => launchFirefox());
    const tab = await fixture.browser.open(fixture.meeting.directUrl());
    here = { tab, webapp3: tab, runtime: await tab.frame('iframe.widget[title="Plugins"]'), console: [] };
  });
  afterAll(() => fixture?.close());

  const conference = () => fixture.meeting.node.conference();
  const until = (what: string, is: () => boolean) =>
    eventually(what, async () => (is() ? { done: { value: true } } : { seen: 'not yet' }));

  test('loads every plugin that runs', async () => {
    await here.webapp3.see('button', 'Start recording');
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.click('button', 'Plugin');
    await eventually('sixteen entries, nine of them on', async () => {
      const texts = (await here.runtime.findAll('listitem', anyName)).map(({ text }) => text);
      const on = texts.filter((text) => /[a-z]On$|[a-z]On[^,]/.test(text));
      return texts.length === 16 && on.length >= 9
        ? { done: { value: undefined } }
        : { seen: texts.join('\n') };
    });
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

describe('what plugins share in Firefox', () => {
  let fixture: ClassicFixture;
  let here: ClassicMeeting;

  beforeAll(async () => {
    fixture = await createClassicFixture('tests/fixtures/classic/rude', {}, () => launchFirefox());
    const tab = await fixture.browser.open(fixture.meeting.directUrl());
    here = { tab, webapp3: tab, runtime: await tab.frame('iframe.widget[title="Plugins"]'), console: [] };
    await here.webapp3.see('button', 'Still here');
  });
  afterAll(() => fixture?.close());

  test('is kept, and each attempt is told', async () => {
    const deeds = ['addMissing', 'emptyPage', 'replacePex', 'emptyLists', 'noticeFlood', 'dialogFlood'];
    for (const deed of [...deeds, 'errorFlood', 'replaceFunctions', 'replaceLanguage']) {
      await commit(here, deed);
      await expectSiblingWell(here);
    }
    const text = await said(here, 'rude');
    for (const sentence of [
      'it removed parts of the page that all plugins share',
      'it replaces a part of PEX',
      'a promise failed: emptied',
      'it shows more than 20 notices in 10 seconds',
      'it opens more than 10 dialogs at a time',
      'Error 1 ',
      'it replaces BroadcastChannel.prototype.postMessage',
      'it replaces Array.from',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(await said(here, 'sibling')).toMatch(/version 1For a testOn$/);
  });

  test('is there again, once, after leaving and joining', async () => {
    await here.webapp3.click('button', 'Leave');
    await here.webapp3.click('button', 'Join');
    await here.webapp3.see('button', 'Still here');
    await expectSiblingWell(here);
    expect(await here.webapp3.findAll('button', 'Still here')).toHaveLength(1);
    expect(await here.runtime.evaluate(() => document.querySelectorAll('.classic-dialog').length)).toBe(0);
  });
});
