import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { axeViolations } from './support/axe';
import { brandingWith } from './support/branding';
import { dial, reloadMeeting, seeRow } from './support/calls';
import { iconSays } from './support/extension';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';
import { openView } from './support/views';

const NAMESPACES = [
  { namespace: 'pexip:plugin:external-chat', query: '' },
  { namespace: 'rocketchat:videoconf', query: '?namespace=rocketchat:videoconf' },
];

/** What a message’s name begins with is the plugin’s and the peer’s own, and the same to every browser. */
const namespacesIn = (browser: BrowserUnderTest['name']) =>
  browser === 'chromium' ? NAMESPACES : NAMESPACES.slice(0, 1);

const ALICE = 'alice@example.com';

const isSettled = (row: string, name: string): boolean =>
  row.startsWith(name) && !row.includes('In progress');

describe.each(browsers)('the people in the panel, in $name', (candidate) => {
  let shared: Fixture;
  beforeAll(async () => {
    shared = await createFixture(candidate);
  });
  afterAll(() => shared?.close());

  describe.each(namespacesIn(candidate.name))('with a plugin that uses $namespace', ({ query }) => {
    let fixture: Fixture;
    let tab: Tab;
    let meeting: Surface;
    let panel: Surface;

    const conference = () => fixture.meeting.node.conference('qa.meeting');
    const inNode = (name: string) =>
      conference().participants.find(({ display_name }) => display_name === name);
    const untilInNode = (name: string, fields: object) =>
      expect.poll(() => inNode(name)).toMatchObject(fields);
    const seePerson = (name: string, says = /(?:)/) =>
      panel.see('listitem', anyName, ({ text }) => text.startsWith(name) && says.test(text));
    const dialIn = async (name: string, says = /Joined/) => {
      await openView(panel, 'Dial out');
      await dial(panel, name);
      await seeRow(panel, name, says);
    };
    const showPeople = () => panel.click('tab', /^People/);
    const pick = async (name: string, label: string) => {
      // An open menu keeps what it offers: it must not be opened before the last action is shown as done.
      await panel.see('listitem', anyName, ({ text }) => isSettled(text, name));
      await panel.click('button', `More for ${name}`);
      await panel.click('button', label);
    };

    beforeAll(async () => {
      const src = `./plugins/external-chat/index.html${query}`;
      fixture = await shared.another(query === '' ? {} : { brandingDir: brandingWith({ src }) });
      ({ tab, meeting, panel } = await openBeside(
        fixture,
        query === '' ? {} : { says: 'Waiting for the plugin' },
      ));
      // A plugin of the second namespace says it once, at its load.
      if (query !== '') await reloadMeeting(tab);
      await seeStatus(panel, 'In the meeting');
      // The panel opens where it was left with the other plugin.
      await openView(panel, 'Dial out');
    });
    afterAll(() => tab?.close());

    test('the meeting’s Participants button opens them, and is echoed', async () => {
      await meeting.click('button', 'Open Participants');
      await meeting.see('button', 'Close Participants', ({ pressed }) => pressed === true);
      await panel.see('list', 'People');
      await meeting.click('button', 'Close Participants');
      await meeting.see('button', 'Open Participants', ({ pressed }) => pressed === false);
    });

    test('the meeting’s buttons bring forward what is behind, and close what is on screen', async () => {
      const isOn = (name: string) => meeting.see('button', name, ({ pressed }) => pressed === true);
      // Away from the people, so that they are seen because the button was pressed.
      await panel.click('tab', 'Dial out');
      await meeting.click('button', 'Open Participants');
      await panel.see('list', 'People');
      await panel.click('tab', 'Dial out');
      await meeting.click('button', 'Close Participants');
      await panel.see('list', 'People');
      await isOn('Close Participants');
      await meeting.click('button', 'Open Chat');
      await panel.see('tabpanel', 'Chat');
      await panel.click('tab', 'Dial out');
      await meeting.click('button', 'Close Chat');
      await panel.see('tabpanel', 'Chat');
      await isOn('Close Chat');
      await meeting.click('button', 'Close Chat');
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
      await meeting.click('button', 'Close Participants');
      await panel.see('list', 'People');
      await isOn('Close Participants');
      await meeting.click('button', 'Close Participants');
      await meeting.see('button', 'Open Participants', ({ pressed }) => pressed === false);
    });

    test('somebody who was dialed is listed, and leads to the call and back', async () => {
      await dialIn(ALICE);
      await panel.click('button', `Show ${ALICE} in People`);
      await seePerson(ALICE, /Guest.*Dialed \d/s);
      await panel.see('tab', /^People 2/);
      await panel.click('button', /^Dialed .*Show the call to alice/);
      await panel.see('textbox', 'Destination');
      await showPeople();
    });

    test('is muted and unmuted by the button in the row', async () => {
      await panel.click('button', `Mute ${ALICE}`);
      await untilInNode(ALICE, { is_muted: 'YES' });
      await seePerson(ALICE, /Muted/);
      await panel.click('button', `Unmute ${ALICE}`);
      await untilInNode(ALICE, { is_muted: 'NO' });
      await panel.see('button', `Mute ${ALICE}`);
    });

    test.each([
      [`Turn off camera for ${ALICE}`, { is_video_muted: true }, /Camera off/],
      [`Turn on camera for ${ALICE}`, { is_video_muted: false }, /Guest/],
      [`Make ${ALICE} a host`, { role: 'chair' }, /Host/],
      [`Make ${ALICE} a guest`, { role: 'guest' }, /Guest/],
    ])('“%s” is done by the node, and shown', async (label, fields, says) => {
      await pick(ALICE, label);
      await untilInNode(ALICE, fields);
      await seePerson(ALICE, says);
    });

    test('is in the spotlight and out of it again', async () => {
      await pick(ALICE, `Spotlight ${ALICE}`);
      await expect.poll(() => inNode(ALICE)?.spotlight).toBeGreaterThan(0);
      await seePerson(ALICE, /Spotlight/);
      await pick(ALICE, `Stop spotlight for ${ALICE}`);
      await untilInNode(ALICE, { spotlight: 0 });
    });

    test('is sent tones by the keypad', async () => {
      await pick(ALICE, `Send tones to ${ALICE}`);
      for (const tone of ['1', '2', '#']) await panel.click('button', `Tone ${tone}`);
      await panel.click('button', 'Send');
      await expect.poll(() => conference().dtmf.at(-1)?.digits).toBe('12#');
    });

    test('has a text laid over the picture', async () => {
      await pick(ALICE, `Overlay text for ${ALICE}`);
      await panel.fill('textbox', 'Text', 'Room 7');
      await panel.click('button', 'Apply');
      await seePerson(ALICE, /Overlay text: Room 7/);
      expect(inNode(ALICE)?.overlay_text).toBe('Room 7');
    });

    test('raised hands come first, and are lowered', async () => {
      await dialIn('wave@example.com');
      await panel.see('tab', /^People/, ({ name }) => name.includes('1 waiting or with a hand raised'));
      await showPeople();
      await panel.see('listitem', anyName, ({ text }) => /^wave@example\.com.*Hand raised/s.test(text));
      await panel.click('button', 'Lower hand for wave@example.com');
      await untilInNode('wave@example.com', { buzz_time: 0 });
      await panel.gone('button', 'Lower hand for wave@example.com');
    });

    test('who waits is marked at the tab and at the icon, and is let in', async () => {
      await dialIn('lobby@example.com', /^lobby/);
      await panel.see('tab', /^People/, ({ name }) => name.includes('1 waiting or with a hand raised'));
      await eventually('the icon to say so', async () => {
        const { badge, title } = await iconSays(panel);
        return badge.startsWith('!') && title.includes('waiting')
          ? { done: { value: undefined } }
          : { seen: title };
      });
      await showPeople();
      await panel.see('list', 'Waiting');
      await panel.click('button', 'Admit lobby@example.com');
      await untilInNode('lobby@example.com', { service_type: 'conference' });
      // The row keeps its room while the pointer is there.
      await panel.hover('tab', /^People/);
      await panel.gone('list', 'Waiting');
    });

    test('a refusal stands at the person in the node’s words, until it was read', async () => {
      await dialIn('stubborn@example.com');
      await showPeople();
      await panel.click('button', 'Mute stubborn@example.com');
      await seePerson('stubborn@example.com', /Not done: Mute\. .*refuses everything/s);
      await panel.click('button', 'Dismiss the message about stubborn@example.com');
      await panel.gone('button', 'Dismiss the message about stubborn@example.com');
    });

    test.each([['Spotlight'], ['Turn off camera for']])(
      'a refusal of “%s” is shown as well',
      async (action) => {
        await pick('stubborn@example.com', `${action} stubborn@example.com`);
        await seePerson('stubborn@example.com', /Not done: .*refuses everything/s);
        await panel.click('button', 'Dismiss the message about stubborn@example.com');
        await panel.gone('button', 'Dismiss the message about stubborn@example.com');
      },
    );

    test('all guests are muted and unmuted, the meeting is locked and unlocked', async () => {
      await panel.click('button', 'Mute all guests');
      await untilInNode(ALICE, { is_muted: 'YES' });
      await panel.click('button', 'Unmute all guests');
      await panel.see('button', 'Mute all guests');
      await panel.click('button', 'Lock the meeting');
      await panel.see('button', 'Unlock the meeting');
      await panel.click('button', 'Unlock the meeting');
      await panel.see('button', 'Lock the meeting');
    });

    test('the lists and their dialogs break no rule of axe', async () => {
      expect(await axeViolations(panel)).toEqual([]);
      await panel.click('button', `More for ${ALICE}`);
      expect(await axeViolations(panel)).toEqual([]);
      await panel.click('button', `Transfer ${ALICE}`);
      expect(await axeViolations(panel)).toEqual([]);
      await panel.press('Escape');
      await panel.gone('dialog', anyName);
    });

    test('is transferred to another meeting', async () => {
      await pick(ALICE, `Transfer ${ALICE}`);
      await panel.fill('textbox', 'Meeting alias', 'other.meeting');
      await panel.click('button', 'Transfer');
      await expect.poll(() => inNode(ALICE)).toBeUndefined();
      expect(fixture.meeting.node.conference('other.meeting').participants).toHaveLength(1);
      await panel.gone('button', `More for ${ALICE}`);
    });

    test('is removed by the keyboard alone, after a question', async () => {
      const name = 'wave@example.com';
      await panel.evaluate((label) => {
        document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
      }, `More for ${name}`);
      await panel.press('Enter');
      await panel.see('button', `Turn off camera for ${name}`, ({ focused }) => focused);
      await panel.press('End');
      await panel.see('button', `Remove ${name}`, ({ focused }) => focused);
      await panel.press('Enter');
      await panel.see('dialog', `Remove ${name} from the meeting?`);
      expect(inNode(name)).toBeDefined();
      await panel.see('button', 'Remove', ({ focused }) => focused);
      await panel.press('Enter');
      await expect.poll(() => inNode(name)).toBeUndefined();
      await panel.gone('button', `More for ${name}`);
    });

    test('25 people who come and leave at once are counted, though Web App 3 reports only some', async () => {
      const before = conference().participants.length;
      const counted = (count: number) => panel.see('tab', new RegExp(`^People ${count}\\b`));
      const people = Array.from({ length: 25 }, (_, index) =>
        conference().join({ display_name: `Visitor ${index}` }),
      );
      await counted(before + people.length);
      for (const { uuid } of people) conference().remove(uuid);
      await counted(before);
    });

    test('everybody is disconnected after a question', async () => {
      await panel.click('button', 'More for everyone');
      await panel.click('button', 'Disconnect everyone');
      await panel.click('button', 'Disconnect');
      await expect.poll(() => conference().participants).toEqual([]);
    });
  });
});
