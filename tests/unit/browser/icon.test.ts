import { describe, expect, it, vi } from 'vitest';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({ browser: {} }));

import { iconOf } from '../../../browser/icon';
import { iconTitle } from '../../../strings/icon-title';

describe('what a peer reports for the icon', () => {
  it.each([
    [0, false, '', 'External Chat: ready'],
    [3, false, '3', 'External Chat: 3 unread'],
    [100, false, '99+', 'External Chat: unread messages'],
    [99, false, '99', 'External Chat: 99 unread'],
    ['some', false, '•', 'External Chat: unread messages'],
    ['…', false, '…', 'External Chat: click to open the chat'],
    [0, true, '!', 'External Chat: someone is waiting or has raised a hand'],
    ['…', true, '!', 'External Chat: someone is waiting or has raised a hand'],
    [3, true, '!3', 'External Chat: someone is waiting or has raised a hand. 3 unread'],
    ['some', true, '!•', 'External Chat: someone is waiting or has raised a hand. Unread messages'],
    ['junk', 'yes', '', 'External Chat: ready'],
  ])('%j, with people who want something: %j', (unread, asked, text, title) => {
    const icon = iconOf({ type: 'icon', state: 'ready', unread, asked });
    expect(icon).toEqual({ state: 'ready', text });
    expect(iconTitle(icon.state, icon.text)).toBe(title);
  });
});
