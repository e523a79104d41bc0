import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkClassic } from '../../plugin/classic/check/check';
import { readFolder } from '../../scripts/files';
import { anyName } from './harness/browser';
import { eventually } from './harness/eventually';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';

const FOLDER = 'tests/fixtures/classic/gallery';

/** What Settings > Plugin says of each outlook of the check. */
const STATUS = { whole: 'On', part: 'On, runs in part', none: 'Cannot do its work in Web App 3' };

const { checks } = await checkClassic(readFolder(FOLDER));
const nameOf = (name: string) => name.replace(/ \(.*/, '');

/** The items of the gallery at a participant, in the toolbar and in the settings menu. */
const TOOLBAR = ['Start recording', 'Directory', 'Full screen'];
const IN_SETTINGS = ['Change layout', 'Take screenshot'];
/** Beside each participant; they come one after the other, and move those that are there. */
const AT_PARTICIPANT = [
  'Rename participant',
  'Camera off',
  'Move to waiting screen',
  'To a breakout room',
  'Direct chat',
];

describe('sixteen plugins in the habits of the published ones, in one branding', () => {
  let fixture: ClassicFixture;
  let here: ClassicMeeting;

  beforeAll(async () => {
    fixture = await createClassicFixture(FOLDER);
    here = await fixture.join();
    await here.webapp3.see('button', 'Start recording');
  });
  afterAll(() => fixture?.close());

  const conference = () => fixture.meeting.node.conference();
  const self = () => conference().participants.find(({ display_name }) => display_name === 'You');
  const until = (what: string, is: () => boolean) =>
    eventually(what, async () =>
      is()
        ? { done: { value: true } }
        : {
            seen: conference()
              .participants.map(({ display_name }) => display_name)
              .join(),
          },
    );
  const closeDialog = async () => {
    await here.webapp3.click('button', 'Close Plugins');
    await here.webapp3.gone('heading', 'Plugins');
  };
  const fromSettings = async (label: string) => {
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.click('button', label);
  };
  const isFull = () => here.webapp3.evaluate(() => document.fullscreenElement !== null);
  const untilFull = (wanted: boolean) =>
    eventually(`full screen to be ${wanted}`, async () =>
      (await isFull()) === wanted
        ? { done: { value: true } }
        : { seen: `${!wanted}; the console says ${here.console.join('; ')}` },
    );
  const notice = (text: RegExp) =>
    here.webapp3.waitFor(
      `the notice ${text}`,
      (pattern) =>
        [...document.querySelectorAll('.toast')].some((toast) =>
          new RegExp(pattern).test(toast.textContent ?? ''),
        ),
      text.source,
    );

  /** Has somebody join, and waits for what stands beside them: a press meanwhile may come to a neighbor. */
  const arrive = async (fields: { display_name: string; role?: 'chair' }): Promise<string> => {
    const { uuid } = conference().join(fields);
    for (const label of AT_PARTICIPANT) await here.webapp3.see('button', `${label}: ${fields.display_name}`);
    return uuid;
  };

  /** Presses everything that the sixteen have, and looks at what comes of it. */
  async function pressEverything(guest: string): Promise<void> {
    const uuid = await arrive({ display_name: guest, role: 'chair' });
    const person = () => conference().participants.find((each) => each.uuid === uuid);

    await here.webapp3.click('button', 'Start recording');
    await here.runtime.fill('textbox', 'Recorder', `rtmp-${guest}@example.com`);
    await here.runtime.click('button', 'Record');
    await here.webapp3.click('button', 'Stop recording');
    await here.webapp3.see('button', 'Start recording');

    await here.webapp3.click('button', `Rename participant: ${guest}`);
    await here.runtime.fill('textbox', 'New name', `${guest} the Great`);
    await here.runtime.click('button', 'Save');
    await until('the new name', () => person()?.overlay_text === `${guest} the Great`);

    await here.webapp3.click('button', `Camera off: ${guest}`);
    await until('the camera to be off', () => person()?.is_video_muted === true);
    await here.webapp3.click('button', `Camera on: ${guest}`);
    await until('the camera to be on', () => person()?.is_video_muted === false);
    // Whose name becomes longer pushes the others away from under the mouse.
    await here.webapp3.see('button', `Camera off: ${guest}`);

    expect(await here.webapp3.find('button', 'Move to waiting screen: You')).toBeUndefined();
    await here.webapp3.click('button', `Move to waiting screen: ${guest}`);
    await until('the move back as a guest', () => person()?.role === 'guest');

    const mover = await arrive({ display_name: `${guest} two` });
    await here.webapp3.click('button', `To a breakout room: ${guest} two`);
    await here.runtime.select('combobox', 'Room', 'room-2');
    await here.runtime.click('button', 'Move participant');
    await until('the room to be left', () => !conference().participants.some((each) => each.uuid === mover));
    const room = fixture.meeting.node.conference('room-2-qa.meeting');
    expect(room.participants.map(({ display_name }) => display_name)).toContain(`${guest} two`);

    await fromSettings('Change layout');
    await here.runtime.click('button', 'Equal');
    await until('the layout to be 4:0', () => conference().layout === '4:0');
    await here.runtime.click('button', '1+7');
    await until('the layout to be 1:7', () => conference().layout === '1:7');
    await closeDialog();

    await here.webapp3.click('button', 'Directory');
    await here.runtime.waitFor('the picture of the directory', () =>
      [...document.images].some(({ alt, naturalWidth }) => alt === 'Directory logo' && naturalWidth > 0),
    );
    await here.runtime.select('combobox', 'Person', 'grace@example.com');
    await here.runtime.click('button', 'Invite');
    await until('Grace', () =>
      conference().participants.some(({ uri }) => uri?.includes('grace@example.com') === true),
    );

    await here.webapp3.click('button', 'Full screen');
    await untilFull(true);
    await here.webapp3.click('button', 'Full screen');
    await untilFull(false);

    await fromSettings('Take screenshot');
    await here.runtime.see('dialog', 'Screenshot');
    await here.runtime.click('button', 'Take');
    expect(await here.runtime.evaluate(() => document.querySelectorAll('canvas').length)).toBe(0);
    await closeDialog();

    const own = self()?.uuid ?? '';
    conference().update(own, { is_muted: 'YES' });
    await notice(/^A host has muted you/);
    conference().update(own, { is_muted: 'NO' });

    const waver = await arrive({ display_name: `${guest} three` });
    conference().update(waver, { buzz_time: 1_700_000_000 });
    await notice(new RegExp(`^${guest} three has raised a hand`));
    await here.webapp3.click('button', `Direct chat: ${guest} three`);
    conference().say(`${guest} three`, 'hello');
  }

  /** Compares Settings > Plugin with the check, for each of the sixteen. */
  async function compareWithCheck(): Promise<void> {
    await fromSettings('Plugin');
    for (const { name, outlook, sentences } of checks) {
      const plain = nameOf(name);
      const { text } = await here.runtime.see('listitem', anyName, (item) =>
        item.text.startsWith(`${plain} version`),
      );
      expect([plain, text]).toEqual([plain, expect.stringContaining(STATUS[outlook])]);
      if (outlook === 'whole') expect(text).not.toMatch(/in part|Cannot|threw/);
      else expect(text).toContain(sentences[0]);
    }
    expect(checks.filter(({ outlook }) => outlook === 'whole').length).toBeGreaterThanOrEqual(9);
    await closeDialog();
  }

  test('everything can be pressed, and those that run whole do their whole work', async () => {
    await pressEverything('Alice');
  });

  test('style sheets and scripts of custom_configuration are there, by the plugins’ paths', async () => {
    const found = await here.runtime.evaluate(() => ({
      sheets: [...document.styleSheets].flatMap(({ href, cssRules }) =>
        href && cssRules.length > 0 ? [href] : [],
      ),
      hasPanes: 'galleryPanes' in window,
    }));
    expect(found.sheets.filter((href) => /\/(?:toast|notifier)\.css$/.test(href))).toHaveLength(2);
    expect(found.hasPanes).toBe(true);
  });

  test('the classes of Webapp2’s style sheet look like what they are', async () => {
    await arrive({ display_name: 'Styled' });
    await here.webapp3.click('button', 'Rename participant: Styled');
    await here.runtime.see('button', 'Cancel');
    const looks = await here.runtime.evaluate(() => {
      const styleOf = (selector: string) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(`no ${selector}`);
        const { cursor, backgroundColor, borderTopColor, color, display } = getComputedStyle(element);
        return { cursor, backgroundColor, isOutlined: borderTopColor === color, display };
      };
      return ['.green-action-button', '.green-non-action-button', '.pex-dialog-content-message'].map(styleOf);
    });
    expect(looks).toMatchObject([
      { cursor: 'pointer', backgroundColor: 'rgb(28, 122, 63)', isOutlined: false },
      { cursor: 'pointer', backgroundColor: 'rgba(0, 0, 0, 0)', isOutlined: true },
      { display: 'block' },
    ]);
    await closeDialog();
  });

  test('Settings > Plugin says of each what the check says', compareWithCheck);

  test('after leaving and joining again they all do the same once more', async () => {
    await here.runtime.evaluate(() => Reflect.set(window, 'galleryMark', true));
    await here.webapp3.click('button', 'Leave');
    await here.webapp3.click('button', 'Join');
    for (const label of TOOLBAR) expect(await here.webapp3.see('button', label)).toBeDefined();
    await pressEverything('Berta');
    for (const label of [...TOOLBAR, ...IN_SETTINGS])
      expect((await here.webapp3.findAll('button', label)).length).toBeLessThanOrEqual(1);
    await compareWithCheck();
    // The survey has asked for another page in the meantime: this one is still the same.
    expect(await here.runtime.evaluate(() => 'galleryMark' in window)).toBe(true);
    await here.webapp3.click('button', 'Chat');
    await here.webapp3.see('button', 'Chat', ({ pressed }) => pressed === true);
  });
});
