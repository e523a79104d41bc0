import { followCalls } from '../../../../plugin/external-chat/calls';
import type { Channel } from '../../../../plugin/external-chat/channel';
import type { DialRequest } from '../../../../protocol/dial-fields';
import type { PluginMessage } from '../../../../protocol/messages';

export const request: DialRequest = { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' };
export const success = (result: unknown) => ({ status: 200, data: { status: 'success', result } });
export const refusal = (result: unknown) => ({ status: 403, data: { status: 'failed', result } });

/** Web App 3 as a plugin meets it: it answers as the test says, and tells of participants. */
export function meet(answers: Record<string, unknown>, dialed = 'alice@example.com') {
  const asked: { method: string; payload: unknown }[] = [];
  const listeners: [name: string, listener: (payload: unknown) => void][] = [];
  const channel = {
    callRPC: async (method: string, payload: unknown) => {
      asked.push({ method, payload });
      return answers[method];
    },
    onEvent: (name: string, listener: (payload: unknown) => void) => void listeners.push([name, listener]),
  } as unknown as Channel;
  const participant = (uuid: string, serviceType: string) => ({
    uuid,
    serviceType,
    displayName: 'Alice',
    uri: `sip:${dialed}`,
    rawData: { call_direction: 'out' },
  });
  const listOf = (...them: [uuid: string, serviceType: string][]) => ({
    id: 'main',
    participants: them.map(([uuid, serviceType]) => participant(uuid, serviceType)),
  });
  const said: PluginMessage[] = [];
  const calls = followCalls(channel, (message) => said.push(message));
  const tell = (event: string, payload: unknown) => {
    for (const [name, listener] of listeners) if (name === event) listener(payload);
  };
  return {
    calls,
    asked,
    /** `['calling', 'dial-out-success', …]`: a progress by its state. */
    said: () =>
      said.splice(0).map((message) => (message.name === 'dial-out-progress' ? message.state : message.name)),
    messages: said,
    list: (uuid: string, serviceType: string) => tell('event:participants', listOf([uuid, serviceType])),
    /** The whole list, as the classic edition and every synchronization have it. */
    listAll: (...them: [uuid: string, serviceType: string][]) => tell('event:participants', listOf(...them)),
    leave: (uuid: string) => tell('event:participantLeft', { id: 'main', participant: { uuid } }),
    tell,
    participant,
  };
}
