import type { InfinityClient } from '@pexip/infinity';
import type { Behavior } from '../config/behavior';
import { callNode } from '../sdk/node-words';
import { NO_REPLY, type PluginHost } from './plugin-host';

/**
 * The conference's own calls, each handed to the method of `@pexip/infinity` that the real Web App 3 uses.
 *
 * About `conference:dialOut`: where the behavior has words for it, the reply to a refused dial is
 * `{status: 403, data: {status: 'failed', result: 'words'}}`.
 * The published `conference.dialOut` takes `result[0]` of that string for the participant's uuid, so it
 * neither throws nor resolves but waits for ever for a participant called "C". A plugin that wants to know
 * why a call failed has to send the rpc and read the reply by itself.
 */
export function answerInfinityCalls(
  host: PluginHost,
  client: InfinityClient,
  { dialRefusals }: Behavior,
  onSent: (text: string) => void,
): void {
  host.on('conference:dialOut', async (body) => {
    if (dialRefusals === 'words') return callNode((node) => client.dial({ ...body, host: node }));
    // The SDK rejects with the status alone.
    const unanswered = dialRefusals === 'silence' ? NO_REPLY : undefined;
    return client.dial(body).catch(() => unanswered);
  });
  host.on('conference:sendMessage', async (message) => {
    const reply = await callNode((node) => client.sendMessage({ ...message, host: node }));
    if (!message.participantUuid) onSent(message.payload);
    return reply;
  });
  host.on('conference:sendApplicationMessage', (message) =>
    callNode((node) => client.sendApplicationMessage({ ...message, host: node })),
  );
  host.on('conference:lock', (it) => callNode((node) => client.lock({ ...it, host: node })));
  host.on('conference:muteAllGuests', (it) =>
    callNode((node) => client.muteAllGuests({ ...it, host: node })),
  );
  host.on('conference:setLayout', (it) => callNode((node) => client.setLayout({ ...it, host: node })));
  host.on('conference:disconnectAll', (it) =>
    callNode((node) => client.disconnectAll({ ...it, host: node })),
  );
  // This and `setRole` take no host. `sendRequest` passes the node's refusals on by itself.
  host.on('conference:sendRequest', (request) => callNode(() => client.sendConferenceRequest(request)));
  host.on('conference:requestParticipants', (it) =>
    callNode((node) => client.requestParticipants({ ...it, host: node })),
  );
  host.on('conference:setBandwidth', (bandwidth) => client.setBandwidth(bandwidth));
  host.on('conference:currentRoomId', () => client.roomId);
}

/** The calls on one participant; see `answerInfinityCalls`. */
export function answerParticipantCalls(
  host: PluginHost,
  client: InfinityClient,
  { hostWord }: Behavior,
): void {
  host.on('participant:disconnect', (it) => callNode((node) => client.kick({ ...it, host: node })));
  host.on('participant:transfer', (it) => callNode((node) => client.transfer({ ...it, host: node })));
  host.on('participant:mute', (it) => callNode((node) => client.mute({ ...it, host: node })));
  host.on('participant:muteVideo', (it) => callNode((node) => client.muteVideo({ ...it, host: node })));
  host.on('participant:spotlight', (it) => callNode((node) => client.spotlight({ ...it, host: node })));
  host.on('participant:admit', (it) => callNode((node) => client.admit({ ...it, host: node })));
  host.on('participant:raiseHand', (it) => callNode((node) => client.raiseHand({ ...it, host: node })));
  host.on('participant:setRole', async (it) => {
    const role: string = it.role;
    if (role !== 'guest' && role !== hostWord) return undefined;
    return callNode(() => client.setRole({ ...it, role: role === 'guest' ? 'guest' : 'chair' }));
  });
  host.on('participant:setTextOverlay', (it) =>
    callNode((node) => client.setTextOverlay({ ...it, host: node })),
  );
  host.on('participant:sendDTMF', (it) => callNode((node) => client.sendDTMF({ ...it, host: node })));
}
