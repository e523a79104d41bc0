import type { PluginMessage } from '../../protocol/messages';
import type { Channel } from './channel';

/** Whether the meeting is joined, and which it is. */
interface MeetingWatch {
  readonly isJoined: boolean;
  readonly alias: string | undefined;
  /** Reports each change as the message that describes it; one listener. */
  onChange(listener: (message: PluginMessage) => void): void;
  /**
   * Calls `listener` when the plugin has registered, and whenever the connection to the node was made, also
   * anew. What happened before is reported to nobody. It says whether the node's list of participants proves
   * the meeting joined.
   */
  onConnection(listener: () => Promise<boolean>): void;
}

/**
 * Follows the meeting from before it is joined: Web App 3 loads its plugins on the prejoin screen. A plugin
 * that loads later, as after a reload of its frame, is not told that the meeting is joined: what only a
 * member can know proves it.
 */
export function watchMeeting(channel: Channel): MeetingWatch {
  let connected = false;
  let alias: string | undefined;
  let departures = 0;
  let report: (message: PluginMessage) => void = () => {};
  let compare = async () => false;

  const join = () => {
    if (connected) return;
    connected = true;
    report({ name: 'connected', conferenceAlias: alias });
  };
  const leave = (how: { userInitiated: boolean; error?: string; errorCode?: string }) => {
    departures += 1;
    // Web App 3 may report one departure twice (the user's wish, then the fact), and a prejoin screen
    // that is left was never a meeting.
    if (!connected) return;
    connected = false;
    report({ name: 'disconnected', ...how });
  };
  const ask = async () => {
    const before = departures;
    if ((await compare()) && before === departures) join();
  };

  channel.onEvent('event:conference:authenticated', ({ conferenceAlias }) => {
    const isNew = alias !== conferenceAlias;
    alias = conferenceAlias;
    // Since SDK 20 it comes after `connected`, which could not name the meeting.
    if (connected && isNew) report({ name: 'connected', conferenceAlias });
  });
  channel.onEvent('event:connected', () => {
    join();
    void ask();
  });
  channel.onEvent('event:me', join);
  channel.onEvent('event:conferenceStatus', join);
  channel.onEvent('event:participants', ({ participants }) => {
    if (participants.length > 0) join();
  });
  channel.onEvent('event:userInitiatedDisconnect', () => leave({ userInitiated: true }));
  channel.onEvent('event:disconnected', (how) =>
    leave({ userInitiated: false, error: how?.error ?? '', errorCode: how?.errorCode ?? '' }),
  );

  return {
    get isJoined() {
      return connected;
    },
    get alias() {
      return alias;
    },
    onChange(listener) {
      report = listener;
    },
    onConnection(listener) {
      compare = listener;
      void ask();
    },
  };
}
