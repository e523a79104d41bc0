import { expect, it } from 'vitest';
import { relayMessages } from '../../../plugin/external-chat/messages';
import type { PluginMessage } from '../../../protocol/messages';
import { fakeChannel } from './support/channel';

it('sends a message by a call that the client SDK does not keep for later', async () => {
  const { channel, asked } = fakeChannel(() => ({ status: 200, data: { status: 'success', result: true } }));
  const said: PluginMessage[] = [];
  await relayMessages(channel, (message) => said.push(message)).send('Hello', 'm1');
  const payload = { method: 'POST', path: 'message', payload: { type: 'text/plain', payload: 'Hello' } };
  expect(asked).toEqual([{ rpc: 'conference:sendRequest', payload }]);
  expect(said).toMatchObject([{ name: 'message', text: 'Hello', own: true, requestId: 'm1' }]);
});

it('leaves a message to the SDK where media and messages go from browser to browser', async () => {
  const { channel, asked, send } = fakeChannel(() => ({ status: 200, data: { result: true } }));
  const messages = relayMessages(channel, () => undefined);
  send('event:conferenceStatus', { id: 'main', status: { directMedia: true } });
  await messages.send('Hello', 'm1');
  expect(asked).toEqual([{ rpc: 'conference:sendMessage', payload: { payload: 'Hello' } }]);
});

it.each([
  [{ status: 403, data: { status: 'failed', result: 'Chat is disabled' } }, 'Chat is disabled'],
  [undefined, 'the node refused'],
])('reports a refusal: %j', async (reply, message) => {
  const { channel } = fakeChannel(() => reply);
  const said: PluginMessage[] = [];
  await relayMessages(channel, (each) => said.push(each)).send('Hello', 'm1');
  expect(said).toEqual([{ name: 'message-error', message, requestId: 'm1' }]);
});
