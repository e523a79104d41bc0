import type { Channel, InfinityParticipant, Plugin } from '@pexip/plugin-api';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';

type Joined = { uuid: string; displayName: string | undefined };

/** What Pexip's own `conference.dialOut` says when the node placed no call and gave no reason. */
const REFUSED = 'Could not dial out to specified uri';

/**
 * Dials into the meeting; settles once the participant has joined or the call is refused, and never while
 * the destination rings.
 *
 * The same call as `plugin.conference.dialOut`, whose reply is read here instead: that function takes the
 * first element of `result`, which for a refusal in words is a letter, and then waits for a participant
 * of that name for ever. Reading the reply also keeps the node's reason.
 * @see `conference.dialOut` in `@pexip/plugin-api` 22
 */
export async function dialOut(
  { channel, plugin }: { channel: Channel; plugin: Plugin },
  request: DialRequest,
): Promise<Result<Joined>> {
  const stop = new AbortController();
  // Listening starts before the call: the participant may join before the node's reply is here.
  const arrivals = watchArrivals(plugin, stop.signal);
  try {
    const reply: unknown = await channel.callRPC('conference:dialOut', request);
    const placed = readReply(reply);
    return placed.ok ? await arrivals.of(placed.value) : placed;
  } finally {
    stop.abort();
  }
}

/** The uuid of the participant that the node created, or why there is none. */
function readReply(reply: unknown): Result<string> {
  const data = field(reply, 'data');
  const result = field(data, 'result');
  if (Array.isArray(result)) {
    const uuid: unknown = result[0];
    return typeof uuid === 'string' && uuid !== ''
      ? { ok: true, value: uuid }
      : { ok: false, error: REFUSED };
  }
  return { ok: false, error: typeof result === 'string' && result !== '' ? result : REFUSED };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
 * What became of each participant since now. Some releases announce a participant while it still rings,
 * so a participant counts as joined once it is listed and no longer connecting.
 */
function watchArrivals({ events }: Plugin, signal: AbortSignal) {
  const outcomes = new Map<string, Result<Joined>>();
  let wake = () => {};
  const arrive = ({ uuid, displayName, serviceType }: InfinityParticipant) => {
    if (serviceType !== 'connecting') outcomes.set(uuid, { ok: true, value: { uuid, displayName } });
  };
  const detach = [
    events.participantJoined.add(({ participant }) => {
      arrive(participant);
      wake();
    }),
    events.participants.add(({ participants }) => {
      participants.forEach(arrive);
      wake();
    }),
    events.participantLeft.add(({ participant: { uuid } }) => {
      if (!outcomes.has(uuid)) outcomes.set(uuid, { ok: false, error: 'The call ended unanswered' });
      wake();
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of detach) stop();
  });
  return {
    of: (uuid: string) =>
      new Promise<Result<Joined>>((resolve) => {
        wake = () => {
          const outcome = outcomes.get(uuid);
          if (outcome) resolve(outcome);
        };
        wake();
      }),
  };
}
