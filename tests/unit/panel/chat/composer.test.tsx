// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { all, byId, description, eventually, IN_M1, openPanel, press, rendered, the, type } from '../fixture';
import { CHATTY } from './chatty';

describe('the field of the chat, while the meeting', () => {
  beforeEach(() => void vi.spyOn(document, 'hasFocus').mockReturnValue(true));
  afterEach(() => void vi.restoreAllMocks());

  async function write(text: string) {
    const panel = openPanel();
    await panel.receive(CHATTY);
    byId('tab-chat').click();
    await eventually(() => the('textbox', 'Message'));
    // With what the panel does beside being shown.
    await vi.dynamicImportSettled();
    the('textbox', 'Message').focus();
    await type('Message', text);
    return { panel, field: the<HTMLTextAreaElement>('textbox', 'Message') };
  }
  const isSent = ({ type }: { type: string }) => type === 'send-message';

  it('reloads, keeps the focus and takes text, and sends none', async () => {
    const { panel, field } = await write('half');
    await panel.receive({ ...CHATTY, plugin: { name: 'waiting' } });
    expect(document.activeElement).toBe(field);
    await type('Message', 'half a word');
    expect(panel.sent.at(-1)).toEqual({ type: 'draft', ...IN_M1, text: 'half a word' });
    expect(description(field)).toMatch(/^Chat starts when the plugin connects/);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    field.form?.requestSubmit();
    await rendered();
    expect(panel.sent.filter(isSent)).toEqual([]);
    await panel.receive(CHATTY);
    expect(the('textbox', 'Message')).toBe(field);
    expect(field.value).toBe('half a word');
    await press('button', 'Send');
    expect(panel.sent.filter(isSent)).toMatchObject([{ text: 'half a word' }]);
  });

  it('is away, is out of sight, and then has the focus again', async () => {
    const { panel, field } = await write('half');
    await panel.receive();
    expect(document.querySelector('.obstacle')?.textContent).toBe('There’s no meeting on this page.');
    expect(field.form?.hidden).toBe(true);
    // As browsers take it from what is out of sight.
    field.blur();
    await panel.receive(CHATTY);
    await eventually(() => expect(document.activeElement).toBe(field));
    expect(all('textbox', 'Message')).toEqual([field]);
  });
});
