// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import { CHATTY } from '../chat/chatty';
import { all, aMeeting, byId, eventually, openPanel, openView, press, START, the, type } from '../fixture';

beforeEach(() => void vi.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => void vi.restoreAllMocks());

/** Opens the panel beside a meeting, with what it does beside being shown. */
async function open(meeting = aMeeting(), storage = memoryStorage()) {
  const panel = openPanel(storage);
  await panel.receive(meeting);
  await vi.dynamicImportSettled();
  return panel;
}

/** Presses a button that has the focus, as the keyboard does. */
const pressFocused = async (name: string) => {
  the('button', name).focus();
  await press('button', name);
};
const focusIsIn = (selector: string) =>
  eventually(() => {
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.closest(selector)).not.toBeNull();
  });

describe('the focus stays nearby', () => {
  it('after the history is cleared', async () => {
    const request = { destination: 'ann@example.com', role: 'GUEST', protocol: 'sip' };
    const entry = { id: 'a', at: START, request, removed: false, outcome: 'joined' };
    await open(aMeeting(), memoryStorage({ local: { history: { version: 1, value: [entry] } } }));
    await openView('Earlier');
    await eventually(() => the('button', 'Clear history'));
    await pressFocused('Clear history');
    await eventually(() => the('button', 'Undo'));
    await focusIsIn('.history');
  });

  it('after a message that was refused is discarded', async () => {
    const panel = await open(CHATTY);
    byId('tab-chat').click();
    await eventually(() => the('textbox', 'Message'));
    await type('Message', 'hello');
    await press('button', 'Send');
    const sent = panel.sent.findLast((request) => request.type === 'send-message');
    await panel.receive({ ...CHATTY, messageCount: 1 });
    const requestId = sent?.requestId;
    const refusal = { name: 'message-error', at: START, message: 'Invalid role', requestId } as const;
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [refusal] });
    await eventually(() => the('button', 'Discard'));
    await pressFocused('Discard');
    await eventually(() => expect(all('button', 'Discard')).toEqual([]));
    await focusIsIn('.meeting-chat');
  });

  /** A notice goes while its button has the focus; `meanwhile`, something else happens. */
  const loseNotice = async (meanwhile?: () => void) => {
    const contested = aMeeting({ plugin: { name: 'ready', inMeeting: true, features: [] }, contested: true });
    const panel = await open(contested);
    await eventually(() => the('button', 'Watch only'));
    the('button', 'Watch only').focus();
    meanwhile?.();
    await panel.receive({ ...contested, contested: false });
    await eventually(() => expect(all('button', 'Watch only')).toEqual([]));
  };

  it('after a notice has gone with its button', async () => {
    await loseNotice();
    await focusIsIn('header');
  });

  it('but is taken from nobody who has turned to the page', async () => {
    await loseNotice(() => void vi.mocked(document.hasFocus).mockReturnValue(false));
    await vi.dynamicImportSettled();
    expect(document.activeElement).toBe(document.body);
  });
});
