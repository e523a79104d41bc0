// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatEntry } from '../../../../protocol/meeting';
import { aWindow } from '../app/a-window';
import { all, byId, choose, eventually, press, rendered, START, the, type } from '../fixture';
import { CHATTY, said } from './chatty';

describe('a message that was refused', () => {
  let window: ReturnType<typeof aWindow>;
  let panel: ReturnType<typeof window.open>;
  const lines = () => all('listitem', undefined, the('log', 'Meeting chat')).map((item) => item.textContent);
  const open = async (meeting = CHATTY) => {
    panel = window.open();
    await panel.receive(meeting);
    byId('tab-chat').click();
    await rendered();
    await eventually(() => the('textbox', 'Message'));
  };
  const send = async (text: string) => {
    await type('Message', text);
    await press('button', 'Send');
    const sent = panel.sent.findLast((request) => request.type === 'send-message');
    return sent?.requestId ?? '';
  };
  const refusal = (requestId: string): ChatEntry => ({
    name: 'message-error',
    at: START,
    message: 'Invalid role',
    requestId,
  });

  beforeEach(async () => {
    window = aWindow();
    await open();
  });

  it('is there with its text when the panel is opened again, and can be sent again', async () => {
    const requestId = await send('hello');
    await panel.receive({ ...CHATTY, messageCount: 1 });
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [refusal(requestId)] });
    await eventually(() => expect(lines().join()).toContain('Not sent: Invalid role'));
    await open({ ...CHATTY, messageCount: 1 });
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [refusal(requestId)] });
    await eventually(() => expect(lines()).toEqual([expect.stringMatching(/hello.*Not sent: Invalid role/)]));
    await press('button', 'Send again');
    const again = panel.sent.findLast(({ type: name }) => name === 'send-message');
    expect(again).toMatchObject({ text: 'hello' });
  });

  it('is gone from the next panel if it has come back as a message in the meantime', async () => {
    const requestId = await send('hello');
    await open({ ...CHATTY, messageCount: 1 });
    const entries = [said('hello', { own: true, requestId })];
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries });
    await eventually(() => expect(lines()).toHaveLength(1));
    expect(lines().join()).not.toContain('Sending');
    expect([...window.kept.keys()]).not.toContain('chat-pending');
  });

  it('is kept while another meeting is shown', async () => {
    const requestId = await send('hello');
    await panel.receive({ ...CHATTY, messageCount: 1 });
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [refusal(requestId)] });
    const other = { ...CHATTY, id: 'm2', alias: 'other' };
    await panel.receive({ ...CHATTY, messageCount: 1 }, other);
    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    expect(lines()).toEqual([]);
    await choose('Meeting', 'm1');
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [refusal(requestId)] });
    await eventually(() => expect(lines()).toEqual([expect.stringMatching(/hello.*Not sent: Invalid role/)]));
  });
});
