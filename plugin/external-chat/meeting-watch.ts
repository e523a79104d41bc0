import type { Channel } from '@pexip/plugin-api';
import type { PluginMessage } from '../../protocol/messages';
import { onEvent } from './events';

/** Whether the meeting is joined, and which it is. */
export interface MeetingWatch {
  readonly connected: boolean;
  readonly alias: string | undefined;
  /** Reports each change as the message that tells it; one listener. */
  onChange(listener: (message: PluginMessage) => void): void;
}

/** Follows the meeting from before it is joined: Web App 3 loads its plugins on the prejoin screen. */
export function watchMeeting(channel: Channel): MeetingWatch {
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

  onEvent(channel, 'event:conference:authenticated', ({ conferenceAlias }) => {
    alias = conferenceAlias;
  });
  onEvent(channel, 'event:connected', () => {
    connected = true;
    report({ name: 'connected', conferenceAlias: alias });
  });
  onEvent(channel, 'event:userInitiatedDisconnect', () => leave({ userInitiated: true }));
  onEvent(channel, 'event:disconnected', (how) =>
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
