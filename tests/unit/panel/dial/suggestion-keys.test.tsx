// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { eventually, the, type, value } from '../fixture';
import { ALL_ANNA, ANNA, active, field, isExpanded, key, open, options, sees } from './open-suggestions';

describe('the field Destination', () => {
  it('leaves Enter and what is typed alone until an arrow key has reached a suggestion', async () => {
    const { sent } = await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    expect(active()).toBeUndefined();
    expect(await key('Enter')).toBe(true);
    expect(options()).toEqual([]);
    expect(value('textbox', 'Destination')).toBe('anna');
    expect(sent).toEqual([]);
  });

  it('fills in the whole preset that was reached, and dials it with the next Enter', async () => {
    const { sent } = await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    expect(await key('ArrowDown')).toBe(false);
    expect(active()).toBe(ALL_ANNA[0]);
    expect(value('textbox', 'Destination')).toBe('anna');
    expect(await key('Enter')).toBe(false);
    expect(value('textbox', 'Destination')).toBe('anna@a.example');
    expect(value('combobox', 'Role')).toBe('HOST');
    expect(options()).toEqual([]);
    expect(sent).toEqual([]);
    the<HTMLFormElement>('form', 'Dial out').requestSubmit();
    await eventually(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ type: 'dial', request: { destination: 'anna@a.example', role: 'HOST' } }]);
  });

  it('goes round through the field with the arrow keys, and back to it with the others', async () => {
    await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    await key('ArrowUp');
    expect(active()).toBe(ALL_ANNA[2]);
    await key('ArrowDown');
    expect(active()).toBeUndefined();
    for (const name of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await key('ArrowDown');
      expect(active()).toBe(ALL_ANNA[0]);
      expect(await key(name)).toBe(true);
      expect(active()).toBeUndefined();
      expect(isExpanded()).toBe('true');
    }
    await key('ArrowDown');
    await type('Destination', 'anna@');
    expect(active()).toBeUndefined();
  });

  it('closes the list at Escape first, and opens it again with an arrow key', async () => {
    await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    expect(await key('Escape')).toBe(false);
    await sees();
    expect(document.activeElement).toBe(field());
    // The second leaves the field, for the keys of presets.
    expect(await key('Escape')).toBe(true);
    expect(document.activeElement).not.toBe(field());
    expect(value('textbox', 'Destination')).toBe('anna');
    field().focus();
    await key('ArrowDown', { altKey: true });
    await sees(...ALL_ANNA);
    expect(active()).toBeUndefined();
    await key('ArrowUp', { altKey: true });
    await sees();
    await key('ArrowUp');
    expect(active()).toBe(ALL_ANNA[2]);
  });

  it('leaves the keys to an input method that composes', async () => {
    await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    await key('ArrowDown', { isComposing: true });
    expect(active()).toBeUndefined();
  });
});
