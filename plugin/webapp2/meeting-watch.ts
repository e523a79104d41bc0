import type { PluginMessage } from '../../protocol/messages';
import type { Pex, PexParticipant, Stream } from './pex';

/** Whether the meeting is joined, and which it is. */
interface MeetingWatch {
  readonly connected: boolean;
  readonly alias: string | undefined;
}

interface Listener {
  onChange(message: PluginMessage): void;
  onParticipants(participants: readonly PexParticipant[]): void;
}

/**
 * Follows the meeting. Who is in it is in its list of participants, so that an empty list means: not in a
 * meeting. A plugin that is switched on during a meeting learns of it in that way; *Disconnect Success* comes
 * at once.
 */
export function watchMeeting(
  { actions$, pexrtc }: Pex,
  participants$: Stream<PexParticipant[]>,
  listener: Listener,
  signal: AbortSignal,
): MeetingWatch {
  let connected = false;
  const alias = () => pexrtc?.conference_name;
  const leave = () => {
    if (!connected) return;
    connected = false;
    listener.onChange({ name: 'disconnected' });
  };
  const subscriptions = [
    participants$.subscribe((participants) => {
      if (participants.length === 0) {
        leave();
        return;
      }
      if (!connected) {
        connected = true;
        listener.onChange({ name: 'connected', conferenceAlias: alias() });
      }
      listener.onParticipants(participants);
    }),
    // By its text, as published plugins have it: the guides name no action for it.
    actions$.ofType('[Conference] Disconnect Success').subscribe(leave),
  ];
  signal.addEventListener('abort', () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
  });
  return {
    get connected() {
      return connected;
    },
    get alias() {
      return alias();
    },
  };
}
