import type { Plugin } from '@pexip/plugin-api';
import type { PluginMessage } from '../../protocol/messages';

/** Whether the meeting is joined, and which it is. */
export interface MeetingWatch {
  readonly connected: boolean;
  readonly alias: string | undefined;
  /** Reports each change as the message that tells it; one listener. */
  onChange(listener: (message: PluginMessage) => void): void;
}

/** Follows the meeting from before it is joined: Web App 3 loads its plugins on the prejoin screen. */
export function watchMeeting(events: Plugin['events']): MeetingWatch {
  let connected = false;
  let alias: string | undefined;
  let report: (message: PluginMessage) => void = () => {};

  const leave = (how: { userInitiated: boolean; error?: string; errorCode?: string }) => {
    // Web App 3 may report one departure twice (the user's wish, then the fact), and a prejoin screen
    // that is left was never a meeting.
    if (!connected) return;
    connected = false;
    report({ name: 'disconnected', ...how });
  };

  events.authenticatedWithConference.add(({ conferenceAlias }) => {
    alias = conferenceAlias;
  });
  events.connected.add(() => {
    connected = true;
    report({ name: 'connected', conferenceAlias: alias });
  });
  events.userInitiatedDisconnect.add(() => leave({ userInitiated: true }));
  events.disconnected.add((how) =>
    leave({ userInitiated: false, error: how?.error ?? '', errorCode: how?.errorCode ?? '' }),
  );

  return {
    get connected() {
      return connected;
    },
    get alias() {
      return alias;
    },
    onChange(listener) {
      report = listener;
    },
  };
}
