import { parsePeerState } from '../../../protocol/panel';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { unreadOf } from '../../../protocol/unread';
import { toWire } from '../../../protocol/wire';
import { anyName, type Surface } from '../../browser/harness/browser';
import { dialed } from '../../browser/support/calls';
import type { RawLink } from '../../browser/support/raw-link';
import { openView } from '../../browser/support/views';
import type { Held, Shown, States } from './agreement';
import type { Scene } from './scene';

/** Looks at everybody but the plugin, which says only what it is asked. */
export async function lookAround(scene: Scene, panel: Surface, peer: RawLink): Promise<States> {
  const conference = scene.fixture.meeting.node.conference();
  const stateOf = (isConnecting: boolean) => (isConnecting ? 'ringing' : 'joined');
  await openView(panel, 'Testing');
  const chat = (await panel.find('switch', 'Chat'))?.checked === true;
  const badge = (await panel.find('switch', 'Unread badge'))?.checked === true;
  await openView(panel, 'Dial out');
  return {
    meeting: await lookAtMeeting(scene.meeting),
    panel: {
      chat,
      badge,
      inMeeting: (await panel.findAll('status', anyName)).some(({ text }) => text === 'In the meeting'),
      rows: await rowsIn(panel),
    },
    peer: await askPeer(peer),
    node: {
      dialed: dialed(scene.fixture).map(({ address, isConnecting }) => ({
        who: address,
        state: stateOf(isConnecting),
      })),
      everybody: conference.participants.map(({ uuid, service_type }) => ({
        who: uuid,
        state: stateOf(service_type === 'connecting'),
      })),
      streams: conference.openStreams,
    },
  };
}

/** The rows of calls that a panel or dock shows, newest first. */
export const rowsIn = (surface: Surface): Promise<Shown[]> =>
  surface.evaluate(() =>
    [...document.querySelectorAll('.call')].map((row) => ({
      destination: row.querySelector('.destination')?.textContent ?? '',
      look: [...row.classList].find((name) => name.startsWith('call-'))?.slice('call-'.length) ?? '',
    })),
  );

async function lookAtMeeting(meeting: Surface): Promise<States['meeting']> {
  const button = await meeting.find('button', /^(Open|Close) Chat/);
  const roster = await meeting.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#participants li')].map(({ dataset: { uuid, state } }) => ({
      who: uuid ?? '',
      state: state === 'connecting' ? ('ringing' as const) : ('joined' as const),
    })),
  );
  return {
    chat: button?.pressed === true,
    badge: (await meeting.find('img', 'Unread')) !== undefined,
    unread: Number(/\((\d+) unread\)/.exec(button?.name ?? '')?.[1] ?? 0),
    roster,
  };
}

async function askPeer(peer: RawLink): Promise<States['peer']> {
  const last = (await peer.received()).map(parsePeerState).findLast((state) => state !== undefined);
  const meeting = last?.meetings[0];
  if (!meeting) throw new Error('The peer knows of no meeting.');
  const { chat, badge, plugin } = meeting;
  const unread = unreadOf(meeting);
  return {
    chat,
    badge,
    unread: unread === 'some' ? Number.NaN : unread,
    inMeeting: plugin.name === 'ready' && plugin.inMeeting,
    calls: meeting.calls.map(({ request: { destination }, uuid, state }) => ({
      destination,
      uuid,
      state: state.name,
    })),
  };
}

/**
 * Asks the plugin, as any top window may, how far these calls are; gives what it says, by uuid. The peer
 * hears that too, so everything else has to be compared before.
 */
export async function askPlugin({ tab }: Scene, calls: readonly Held[]): Promise<Map<string, string>> {
  const uuids = calls.flatMap(({ uuid }) => (uuid === undefined ? [] : [uuid]));
  const wire = toWire({ name: 'call-status', calls: uuids.map((uuid) => ({ uuid, requestId: undefined })) });
  const answers = await tab.evaluate(
    (wire, wanted) =>
      new Promise<unknown[]>((done) => {
        const heard: unknown[] = [];
        const plugin = document.querySelector<HTMLIFrameElement>('#webapp3')?.contentWindow?.frames[0];
        // What has not come by then, it does not know.
        const giveUp = setTimeout(() => done(heard), 5_000);
        window.addEventListener('message', ({ source, data }) => {
          if (source !== plugin || !String(data?.action).endsWith('dial-out-progress')) return;
          if (heard.push(data) < wanted) return;
          clearTimeout(giveUp);
          done(heard);
        });
        if (wanted === 0) done(heard);
        else plugin?.postMessage(wire, '*');
      }),
    wire,
    uuids.length,
  );
  const told = new Map<string, string>();
  for (const answer of answers) {
    const parsed = parsePluginMessage(answer);
    if (!parsed.ok || parsed.message.name !== 'dial-out-progress') continue;
    if (parsed.message.uuid !== undefined) told.set(parsed.message.uuid, parsed.message.state);
  }
  return told;
}
