// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { byId, press, rendered, the, type } from '../fixture';
import { open } from './filled-panel';

describe('the tabs', () => {
  it('show one view each, and the form keeps what is in it', async () => {
    await open('Dial out');
    await type('Destination', 'alice');
    await press('tab', 'Chat');
    expect(the('tab', 'Chat').getAttribute('aria-selected')).toBe('true');
    expect(byId('view-dial-out').hidden).toBe(true);
    await press('tab', 'Dial out');
    expect(byId('view-dial-out').hidden).toBe(false);
    expect(the<HTMLInputElement>('textbox', 'Destination').value).toBe('alice');
  });

  it('are walked with the arrow keys', async () => {
    await open('Dial out');
    the('tab', 'Dial out').focus();
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await rendered();
      return document.activeElement?.textContent;
    };
    expect(await press('ArrowRight')).toBe('People');
    expect(await press('End')).toBe('Testing');
    expect(await press('ArrowRight')).toBe('Dial out');
    expect(await press('ArrowLeft')).toBe('Testing');
    expect(await press('Home')).toBe('Dial out');
  });

  it('give way to Destination when the user asks for it from anywhere', async () => {
    const { askForDestination } = await open('Many');
    await askForDestination();
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
  });
});
