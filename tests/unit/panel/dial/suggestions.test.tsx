// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { all, eventually, rendered, spoken, the, type, value } from '../fixture';
import { ALL_ANNA, ANNA, field, isExpanded, key, open, options, preset, sees } from './open-suggestions';

describe('the field Destination', () => {
  it('suggests presets and earlier calls that have every word, and says how many', async () => {
    await open(ANNA);
    expect(isExpanded()).toBe('false');
    await type('Destination', 'ANN');
    await sees(...ALL_ANNA);
    expect(isExpanded()).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(the('listbox', 'Suggestions').id);
    await eventually(() => expect(spoken()).toEqual(['3 suggestions']));
    await type('Destination', 'example han');
    await sees('Hanna Hhanna@c.exampleEarlier');
    await type('Destination', 'nobody');
    await sees();
    expect(isExpanded()).toBe('false');
    expect(field().hasAttribute('aria-controls')).toBe(false);
  });

  it('finds a name without its accents, and an address behind a scheme', async () => {
    await open({ sync: preset('Zoë Ångström', 0, { destination: 'z@a.example' }) });
    await type('Destination', 'zoe ang');
    await sees('Zoë Ångströmz@a.examplePreset');
    await type('Destination', 'sip:z@');
    await sees('Zoë Ångströmz@a.examplePreset');
    await type('Destination', 'sip:');
    await sees();
  });

  it('offers nothing for what is typed in full', async () => {
    await open(ANNA);
    await type('Destination', 'anna@a.exampl');
    await sees(ALL_ANNA[0] ?? '');
    await type('Destination', 'sip:anna@a.example');
    await sees();
  });

  it('takes a suggestion that is pressed, and keeps the focus', async () => {
    await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    const hanna = all('option').find((option) => option.textContent === ALL_ANNA[2]);
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    expect(hanna?.dispatchEvent(down)).toBe(false);
    hanna?.click();
    await rendered();
    expect(value('textbox', 'Destination')).toBe('hanna@c.example');
    expect(options()).toEqual([]);
    expect(document.activeElement).toBe(field());
  });

  it('closes the list when the field is left', async () => {
    await open(ANNA);
    await type('Destination', 'anna');
    await sees(...ALL_ANNA);
    field().blur();
    await sees();
    field().focus();
    await rendered();
    expect(options()).toEqual([]);
  });

  it('suggests nothing by itself when a text is filled in', async () => {
    await open(ANNA);
    await type('Destination', 'x');
    await type('Destination', '');
    await key('Escape');
    all('button', 'Anna').at(0)?.click();
    await rendered();
    expect(options()).toEqual([]);
  });
});
