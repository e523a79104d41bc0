/** How far a call is, as each part shows it: the peer's states, and what a row looks like. */
export type Shown = { destination: string; look: string };

/** What the peer has of a call. */
export type Held = { destination: string; uuid: string | undefined; state: string };

/** The same things as everybody has them at one moment. */
export interface States {
  /** Whom the node has dialed and who have not left; and how many pages listen to it. */
  node: { dialed: readonly Person[]; everybody: readonly Person[]; streams: number };
  /** Web App 3: what the plugin has told of its button, and the roster. */
  meeting: { chat: boolean; badge: boolean; unread: number; roster: readonly Person[] };
  peer: { chat: boolean; badge: boolean; unread: number; inMeeting: boolean; calls: readonly Held[] };
  panel: { chat: boolean; badge: boolean; inMeeting: boolean; rows: readonly Shown[] };
}

/** Somebody in the conference, by uuid or address. */
type Person = { who: string; state: 'ringing' | 'joined' };

const OPEN = ['calling', 'ringing', 'joined', 'one-of', 'queued'];

/** What does not agree, one line each, in words. */
export function disagreements({ node, meeting, peer, panel }: States): string[] {
  const open = peer.calls.filter(({ state }) => OPEN.includes(state));
  const asPerson = ({ destination, state }: Held) => ({ who: destination, state });
  return [
    ...unequal('chat', { panel: panel.chat, peer: peer.chat, meeting: meeting.chat }),
    ...unequal('badge', { panel: panel.badge, peer: peer.badge, meeting: meeting.badge }),
    ...unequal('unread', { peer: peer.badge ? peer.unread : 0, meeting: meeting.unread }),
    ...unequal('in the meeting', { panel: panel.inMeeting, peer: peer.inMeeting, node: node.streams === 1 }),
    ...people(['peer', open.map(asPerson)], ['node', node.dialed]),
    ...people(['roster of the meeting', meeting.roster], ['node', node.everybody]),
    ...rowsDiffer('panel', panel.rows, peer.calls),
    ...peer.calls
      .filter(({ state, uuid }) => state === 'unknown' && uuid !== undefined)
      .map(({ destination }) => `${destination}: unknown to the peer, though the plugin could tell`),
  ];
}

/** The rows that one place shows and the peer does not have so, or in another order. */
export function rowsDiffer(where: string, rows: readonly Shown[], calls: readonly Held[]): string[] {
  return Array.from({ length: Math.max(rows.length, calls.length) }, (_, at) => at).flatMap((at) => {
    const [row, call] = [rows[at], calls[at]];
    if (row && call && row.destination === call.destination && isLookOf(row.look, call.state)) return [];
    const [shown, held] = [
      row && `${row.destination} ${row.look}`,
      call && `${call.destination} ${call.state}`,
    ];
    return [`row ${at + 1}: ${shown ?? 'nothing'} in the ${where}, ${held ?? 'nothing'} at the peer`];
  });
}

/** What the plugin has told of calls when it was asked, by uuid, against what the peer had before. */
export function toldDiffer(told: ReadonlyMap<string, string>, calls: readonly Held[]): string[] {
  return calls.flatMap(({ destination, uuid, state }) => {
    const says = uuid === undefined ? undefined : (told.get(uuid) ?? 'nothing');
    // A call that nobody answered has failed for who dialed it, and left for who lists participants.
    if (says === undefined || says === state || (says === 'left' && state === 'failed')) return [];
    return [`${destination}: ${says} by the plugin, ${state} at the peer`];
  });
}

function isLookOf(look: string, state: string): boolean {
  if (look === 'no-answer') return state === 'calling' || state === 'ringing';
  return look === state || (look === 'left' && state === 'cancelled');
}

function unequal(what: string, sides: Record<string, boolean | number>): string[] {
  if (new Set(Object.values(sides)).size === 1) return [];
  const list = Object.entries(sides).map(([side, value]) => `${value} by the ${side}`);
  return [`${what}: ${list.join(', ')}`];
}

type Side = readonly [name: string, people: readonly { who: string; state: string }[]];

function people([one, ours]: Side, [other, theirs]: Side): string[] {
  const everybody = new Set([...ours, ...theirs].map(({ who }) => who));
  return [...everybody].flatMap((who) => {
    const stateBy = (side: readonly { who: string; state: string }[]) =>
      side.find((each) => each.who === who)?.state ?? 'not there';
    const [here, there] = [stateBy(ours), stateBy(theirs)];
    return here === there ? [] : [`${who}: ${here} by the ${one}, ${there} by the ${other}`];
  });
}
