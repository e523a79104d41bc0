import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PREFIX } from './doubles/hostile';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { serveHostilePortal } from './support/hostile-portal';
import type { ServedPage } from './support/page';
import { openBeside } from './support/panel';
import { openView } from './support/views';

const ALICE = 'alice@example.com';
const LOBBY = 'lobby@example.com';

/** Every action on somebody, as a top window and as a panel would send it. */
const actionsOn = (participantUuid: string) => [
  { name: 'mute', participantUuid, muted: true },
  { name: 'mute-video', participantUuid, muted: true },
  { name: 'admit', participantUuid },
  { name: 'disconnect', participantUuid },
  { name: 'spotlight', participantUuid, active: true },
  { name: 'raise-hand', participantUuid, raised: true },
  { name: 'set-role', participantUuid, role: 'host' },
  { name: 'transfer', participantUuid, alias: 'other.meeting' },
  { name: 'dtmf', participantUuid, digits: '1' },
  { name: 'text-overlay', participantUuid, text: 'thief' },
  { name: 'mute-all-guests', muted: true },
  { name: 'lock', locked: true },
  { name: 'disconnect-all' },
];

type Action = ReturnType<typeof actionsOn>[number];

/** Who tries: from which frames of the page, and what is done there. */
const ATTACKERS: {
  name: string;
  from: string[];
  run: (prefix: string, actions: Action[]) => void;
}[] = [
  {
    name: 'the page posts actions to itself, as a host page would post them',
    from: [],
    run: (prefix, actions) => {
      for (const { name, ...fields } of actions)
        for (const namespace of [prefix, 'rocketchat:videoconf/'])
          window.postMessage({ action: namespace + name, ...fields }, '*');
    },
  },
  {
    name: 'the page posts requests to itself, as a panel would send them',
    from: [],
    run: (_, actions) => {
      for (const action of actions)
        for (const meeting of ['meeting-1', 'meeting-2'])
          for (const load of [0, 1])
            window.postMessage(
              { type: 'act', page: 0, meeting, load, action: { requestId: 'x', ...action } },
              '*',
            );
    },
  },
  {
    name: 'an ad posts actions to the plugin',
    from: ['#advert'],
    run: (prefix, actions) => {
      for (const { name, ...fields } of actions)
        for (let index = 0; index < (window.top?.length ?? 0); index += 1) {
          const frame = window.top?.[index];
          frame?.postMessage({ action: prefix + name, ...fields }, '*');
          for (let inner = 0; inner < (frame?.length ?? 0); inner += 1)
            frame?.[inner]?.postMessage({ action: prefix + name, ...fields }, '*');
        }
    },
  },
  {
    name: 'a sandboxed ad posts actions to the page',
    from: ['#sandboxed'],
    run: (prefix, actions) => {
      for (const { name, ...fields } of actions)
        window.top?.postMessage({ action: prefix + name, ...fields }, '*');
    },
  },
  {
    name: 'an ad reports people of its own, and a press of their buttons',
    from: ['#advert'],
    run: (prefix, actions) => {
      const say = (name: string, fields: object) =>
        window.top?.postMessage({ action: prefix + name, ...fields }, '*');
      say('ready', { features: ['roster', 'participants', 'mute'] });
      say('roster', { participants: [{ uuid: 'thief', displayName: 'Thief', isWaiting: true }] });
      say('toggle-participants', { active: true });
      for (const { name, ...fields } of actions) say(name, fields);
    },
  },
];

describe.each(browsers)('attack: people of the meeting, in $name', (candidate) => {
  let fixture: Fixture;
  let portal: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    portal = await serveHostilePortal(fixture.meeting);
    ({ tab, panel } = await openBeside(fixture, { url: portal.url }));
    await openView(panel, 'Dial out');
    await dial(panel, ALICE);
    await seeRow(panel, ALICE, /Joined/);
    await dial(panel, LOBBY);
    await panel.see('tab', /^People/, ({ name }) => name.includes('1 waiting'));
    await panel.click('tab', /^People/);
    await panel.see('button', `Admit ${LOBBY}`);
    // That the call has been answered is told beside the people.
    await panel.see('listitem', anyName, ({ text }) => text.startsWith(LOBBY) && /Dialed \d/.test(text));
  });
  afterAll(async () => {
    await fixture?.close();
    portal?.close();
  });

  const conference = () => fixture.meeting.node.conference('qa.meeting');
  const everything = async () => ({
    participants: structuredClone(conference().participants),
    status: { ...conference().status },
    dtmf: conference().dtmf.length,
    other: fixture.meeting.node.conference('other.meeting').participants.length,
    panel: (await panel.findAll('listitem', anyName)).map(({ text }) => text.replace(/\d+:\d+/, '')),
  });
  /** Waits until the top window, and so the peer, has heard all that was said in a frame up to now. */
  const barrier = async (from: Surface) => {
    const before = await tab.evaluate(() => Number(Reflect.get(window, 'barriers')));
    await from.evaluate(() => window.top?.postMessage('barrier', '*'));
    await tab.waitFor('the barrier', (count) => Number(Reflect.get(window, 'barriers')) > count, before);
  };

  test.each(ATTACKERS)('$name: nobody is touched', async ({ from, run }) => {
    const frame = from.length > 0 ? await tab.frame(...from) : tab;
    const before = await everything();
    const uuids = conference()
      .participants.filter(({ display_name }) => [ALICE, LOBBY].includes(display_name))
      .map(({ uuid }) => uuid);
    expect(uuids).toHaveLength(2);
    await frame.evaluate(run, PREFIX, uuids.flatMap(actionsOn));
    await barrier(frame);
    // An action that the user presses arrives behind whatever the attack has led to.
    await panel.click('button', `Mute ${ALICE}`);
    await panel.click('button', `Unmute ${ALICE}`);
    await panel.see('button', `Mute ${ALICE}`);
    expect(await everything()).toEqual(before);
  });
});
