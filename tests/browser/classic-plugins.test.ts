import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName } from './harness/browser';
import { eventually } from './harness/eventually';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';

/** What the fixtures leave on their window, for a test to look at. */
type Left = Window & Record<'chatListenerHeard' | 'v21Seen' | 'guestsLife' | 'screenshotClosed', unknown>;

describe('classic plugins from the guides’ examples', () => {
  let fixture: ClassicFixture;
  let here: ClassicMeeting;

  beforeAll(async () => {
    fixture = await createClassicFixture('tests/fixtures/classic/guides');
    here = await fixture.join();
    await here.webapp3.see('button', 'Start recording');
  });
  afterAll(() => fixture?.close());

  const conference = () => fixture.meeting.node.conference();
  const self = () => conference().participants.find(({ display_name }) => display_name === 'You');
  const left = (name: keyof Left) =>
    here.runtime.evaluate((key) => (window as unknown as Left)[key] ?? null, name);
  const until = (what: string, is: () => boolean) =>
    eventually(what, async () =>
      is() ? { done: { value: true } } : { seen: JSON.stringify(conference().participants) },
    );
  const untilLeft = (name: keyof Left, matches: RegExp) =>
    eventually(`${name} to match ${matches}`, async () => {
      const seen = JSON.stringify(await left(name));
      return matches.test(seen) ? { done: { value: seen } } : { seen };
    });
  const openList = async () => {
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.click('button', 'Plugin');
    await here.runtime.see('dialog', 'Plugin');
  };
  const closeDialog = async () => {
    await here.webapp3.click('button', 'Close Plugins');
    await here.webapp3.gone('heading', 'Plugins');
  };
  const entry = (name: string) => here.runtime.see('listitem', anyName, ({ text }) => text.startsWith(name));

  test('inline onclick changes the layout, and the deprecated call works and warns once', async () => {
    await here.webapp3.click('button', 'Layout control');
    await here.runtime.click('button', 'Equal');
    await until('the layout to be 4:0', () => conference().layout === '4:0');
    await here.runtime.click('button', 'Old way');
    await until('the layout to be 1:0', () => conference().layout === '1:0');
    await here.runtime.click('button', 'Equal');
    await until('the layout to be 4:0 again', () => conference().layout === '4:0');
    await here.runtime.click('button', 'Old way');
    await until('the layout to be 1:0 again', () => conference().layout === '1:0');
    expect(here.console.filter((line) => line.includes('changeConferenceLayout is deprecated'))).toHaveLength(
      1,
    );
    await closeDialog();
  });

  test('actions$ tells of messages both ways, of people, and of the connection', async () => {
    conference().join({ display_name: 'Alice' });
    await untilLeft('chatListenerHeard', /Alice/);
    conference().say('Alice', 'good morning');
    conference().say('Alice', 'The thing I am looking for is here');
    await until('the answer', () =>
      conference().messages.some(({ payload }) => payload === 'Here is some chat'),
    );
    await untilLeft('chatListenerHeard', /Send Chat Message/);
    const alice = conference().participants.find(({ display_name }) => display_name === 'Alice');
    conference().remove(alice?.uuid ?? '');
    await untilLeft('chatListenerHeard', /Disconnect Success/);
    expect(await left('chatListenerHeard')).toEqual([
      ['connected', 'qa.meeting', true],
      ['[Conference] Participant Connect Success', 'Alice'],
      ['ignored', 'good morning', 'Alice'],
      ['[Conference] Send Chat Message', 'Here is some chat'],
      ['[Conference] Participant Disconnect Success', alice?.uuid],
    ]);
  });

  test('a conference item is in the settings menu, and close$ reports however a dialog closes', async () => {
    const open = async () => {
      await here.webapp3.click('button', 'Settings');
      await here.webapp3.click('button', 'take screenshot of videos');
      await here.runtime.see('dialog', 'Screenshot');
    };
    await open();
    const details = await here.runtime.evaluate(
      () => document.getElementById('screenshotDetails')?.textContent,
    );
    expect(JSON.parse(details ?? '')).toMatchObject({ locked: false, started: true });
    await here.runtime.click('button', 'Do Something');
    await untilLeft('screenshotClosed', /^1$/);
    await open();
    await closeDialog();
    await untilLeft('screenshotClosed', /^2$/);
    await open();
    await here.runtime.press('Escape');
    await untilLeft('screenshotClosed', /^3$/);
    await here.webapp3.gone('heading', 'Plugins');
  });

  test('a participant’s menu mutes by sendRequest, with or without a slash or a payload', async () => {
    const { uuid } = conference().join({ display_name: 'Bob' });
    const bob = () => conference().participants.find((each) => each.uuid === uuid);
    await here.webapp3.click('button', 'Silence: Bob');
    await until('Bob to be muted', () => bob()?.is_muted === 'YES');
    await until('the conference to be locked', () => conference().status.locked);
    await until('the digits', () =>
      conference().dtmf.some((sent) => sent.uuid === uuid && sent.digits === '1234'),
    );
    await here.webapp3.see('listitem', anyName, ({ text }) => /Bob.*muted/.test(text));
    await here.webapp3.click('button', 'Silence: Bob');
    await until('Bob to be heard', () => bob()?.is_muted === 'NO');
    await here.webapp3.click('button', 'Spotlight: Bob');
    await until('the spotlight', () => (bob()?.spotlight ?? 0) > 0);
    await here.webapp3.see('listitem', anyName, ({ text }) => /Bob.*spotlight/.test(text));
    await here.webapp3.click('button', 'Spotlight: Bob');
    await until('no spotlight', () => bob()?.spotlight === 0);
  });

  test('a dialog as v21 had it; a form that is not held back reloads nothing', async () => {
    await here.webapp3.click('button', 'Old dialog');
    await here.runtime.fill('textbox', 'Text', 'hello');
    await here.runtime.press('Enter');
    await untilLeft('v21Seen', /submitted/);
    await here.runtime.click('button', 'Btn');
    await untilLeft('v21Seen', /^\["submitted","closed"\]$/);
  });

  test('leaving the meeting and joining again is told, and nothing is loaded twice', async () => {
    await here.webapp3.click('button', 'Leave');
    await untilLeft('chatListenerHeard', /"disconnected"/);
    await here.webapp3.click('button', 'Join');
    await here.webapp3.see('button', 'Start recording');
    await untilLeft('chatListenerHeard', /"connected".*"disconnected".*"connected"/);
    expect(await here.webapp3.findAll('button', 'Start recording')).toHaveLength(1);
  });

  test('roles are followed as the user’s changes', async () => {
    const { uuid = '' } = self() ?? {};
    expect(await here.webapp3.find('button', 'For guests')).toBeUndefined();
    conference().update(uuid, { role: 'guest' });
    await here.webapp3.click('button', 'For guests');
    await here.webapp3.gone('button', 'Start recording');
    conference().update(uuid, { role: 'chair' });
    await here.webapp3.see('button', 'Start recording');
    await here.webapp3.gone('button', 'For guests');
    expect(await left('guestsLife')).toEqual(['load', 'hello', 'unload']);
  });

  test('one that throws wherever it can is told of by name, and nothing else feels it', async () => {
    await here.webapp3.click('button', 'Crash');
    await here.webapp3.click('button', 'Nothing there');
    await here.webapp3.click('button', 'No action');
    await here.webapp3.click('button', 'Crash dialog');
    await here.runtime.click('button', 'Press');
    expect(await here.runtime.evaluate(() => 'scriptRan' in window)).toBe(false);
    await closeDialog();
    await openList();
    for (const says of [
      'load threw: Error: crash in load',
      'a subscription threw: Error: crash in a subscription',
      'Uncaught Error: crash in a timer (crashing.plugin.js, line 8)',
      'a promise failed: Error: crash in a promise',
      'crash threw: Error: crash in an action',
      'a menu item calls "nothingThere", which the plugin has not registered; it has crash, crashDialog.',
      'a promise failed: Error: crash in then',
      'Uncaught Error: crash in onclick',
      'the icon plugins/crashing/missing.svg is missing (404).',
    ]) {
      await here.runtime.see(
        'listitem',
        anyName,
        ({ text }) => text.startsWith('crashing') && text.includes(says),
      );
      expect(here.console.some((line) => line.startsWith(`error plugin "crashing": ${says}`))).toBe(true);
    }
    expect((await entry('crashing')).text).toMatch(/Failed to start/);
    await here.runtime.click('switch', 'crashing');
    await here.runtime.see('listitem', anyName, ({ text }) =>
      text.includes('unload threw: Error: crash in unload'),
    );
    await here.webapp3.gone('button', 'Crash');
    await closeDialog();
  });

  test('each way not to run has a sentence of its own', async () => {
    await openList();
    for (const [name, says] of [
      ['silent', 'ran without a call of PEX.pluginAPI.registerPlugin.'],
      ['stranger', 'it registers the id "somebody-else", but its files say "stranger-plugin-1.0".'],
      ['lost', 'its source file plugins/lost/lost.plugin.js is missing or cannot be loaded.'],
      ['desktop', 'Not available in browsers'],
      ['broken-plugin-1.0', 'broken.plugin.package.json, line 3, column 20: not valid JSON'],
      ['absent-plugin-1.0', 'absent.plugin.package.json is missing: the server responds with 404.'],
    ]) {
      await here.runtime.see(
        'listitem',
        anyName,
        ({ text }) => text.startsWith(name ?? '') && text.includes(says ?? ''),
      );
    }
    expect(await here.runtime.evaluate(() => 'desktopRan' in window)).toBe(false);
    await closeDialog();
  });

  test('Settings > Plugin has names, versions and descriptions, and remembers what was chosen', async () => {
    await openList();
    expect((await entry('recording')).text).toMatch(
      /version 1.*Record the conference through adding a streaming participant/,
    );
    expect(await here.runtime.find('switch', 'table')).toBeUndefined();
    await here.runtime.click('switch', 'layout control');
    await here.webapp3.gone('button', 'Layout control');
    await here.tab.reload();
    await here.webapp3.see('button', 'Start recording');
    await openList();
    await here.runtime.see('switch', 'layout control', ({ checked }) => checked === false);
    expect(await here.webapp3.find('button', 'Layout control')).toBeUndefined();
    await here.runtime.click('switch', 'layout control');
    await here.webapp3.see('button', 'Layout control');
  });
});
