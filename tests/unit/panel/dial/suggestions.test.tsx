// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { HISTORY } from '../../../../panel/history/entry';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  aCall,
  all,
  aMeeting,
  eventually,
  IN_M1,
  openPanel,
  rendered,
  START,
  spoken,
  the,
  type,
  value,
} from '../fixture';

const preset = (name: string, order: number, request: object) => ({
  [`preset.${order}`]: { version: 1, name, order, request: { role: 'GUEST', protocol: 'sip', ...request } },
});
const earlier = (destination: string, over: object = {}) => ({
  id: `h-${destination}`,
  at: START,
  request: { destination, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'joined',
  ...over,
});
const history = (...entries: object[]) => ({ history: { version: HISTORY.version, value: entries } });

async function open(content: Parameters<typeof memoryStorage>[0] = {}, environment: object = {}) {
  const panel = openPanel(memoryStorage(content), environment);
  await panel.receive(aMeeting());
  field().focus();
  return panel;
}

const field = () => the<HTMLInputElement>('combobox', 'Destination');
const list = () => document.querySelector('.suggestions');
const options = () => [...(list()?.children ?? [])].map((option) => option.textContent);
const sees = (...texts: string[]) => eventually(() => expect(options()).toEqual(texts));
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const isExpanded = () => field().getAttribute('aria-expanded');

/** Returns whether the key did what it does in any field. */
async function key(name: string, over: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...over });
  const isLeft = field().dispatchEvent(event);
  await rendered();
  return isLeft;
}

const ANNA = {
  sync: {
    ...preset('Anna', 0, { destination: 'anna@a.example', role: 'HOST' }),
    ...preset('Recorder', 1, { destination: 'rec-anna@b.example' }),
  },
  local: history(earlier('hanna@c.example', { name: 'Hanna H' }), earlier('bob@c.example')),
};
const ALL_ANNA = [
  'Annaanna@a.examplePreset',
  'Recorderrec-anna@b.examplePreset',
  'Hanna Hhanna@c.exampleEarlier',
];

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

describe('a suggestion', () => {
  it('shows no secret, and a preset with one is dialed with it', async () => {
    const { sent } = await open({
      sync: {
        ...preset('Board', 0, { destination: 'board**4711@a.example', dtmf_sequence: '4711#' }),
        ...preset('bo-x**4712@a.example', 1, { destination: 'bo-x**4712@a.example' }),
      },
    });
    await type('Destination', 'bo');
    await sees('Boardboard@a.examplePreset', 'bo-x@a.examplePreset');
    await type('Destination', '471');
    await sees();
    await type('Destination', 'board');
    await sees('Boardboard@a.examplePreset');
    await key('ArrowDown');
    await key('Enter');
    the<HTMLFormElement>('form', 'Dial out').requestSubmit();
    await eventually(() =>
      expect(sent).toMatchObject([
        { request: { destination: 'board**4711@a.example', dtmf_sequence: '4711#' } },
      ]),
    );
  });

  it('of an earlier call whose PIN was not saved says so when it is chosen', async () => {
    await open({ local: history(earlier('room@a.example', { removed: true })) });
    await type('Destination', 'room');
    await sees('room@a.exampleEarlier');
    await key('ArrowDown');
    await key('Enter');
    expect(value('textbox', 'Destination')).toBe('room@a.example');
    expect(document.getElementById('dial-notice')?.textContent).toContain('weren’t saved');
  });

  it('comes once, from the nearest source, and after the others if it failed', async () => {
    await open({
      sync: preset('One', 0, { destination: 'one@a.example' }),
      local: history(
        earlier('one@a.example'),
        earlier('lost@a.example', { outcome: 'failed', message: 'No' }),
        earlier('two@a.example'),
        earlier('two@a.example', { id: 'again' }),
      ),
    });
    await type('Destination', '@a');
    await sees('Oneone@a.examplePreset', 'two@a.exampleEarlier', 'lost@a.exampleEarlier');
  });

  it('leaves the history out where it is turned off', async () => {
    const off = { version: SETTINGS.version, value: { ...DEFAULT_SETTINGS, history: false } };
    await open({ ...ANNA, local: { ...ANNA.local, [SETTINGS.key]: off } });
    await type('Destination', 'anna');
    await sees(...ALL_ANNA.slice(0, 2));
  });

  it('finds somebody in the meeting by name, if a call from here leads to them', async () => {
    const panel = await open();
    await panel.receive(
      aMeeting({
        people: { total: 1, waiting: 0, raised: 0 },
        calls: [aCall('4722334455', { uuid: 'u1', state: { name: 'joined', at: START } })],
      }),
    );
    await type('Destination', 'carol');
    await eventually(() =>
      expect(panel.sent).toContainEqual({ type: 'follow-people', ...IN_M1, on: true, shown: false }),
    );
    await panel.receivePeople({
      ...IN_M1,
      isWhole: true,
      set: [
        { uuid: 'u1', displayName: 'Carol' },
        { uuid: 'u2', displayName: 'Carol Two' },
      ],
      gone: [],
    });
    await sees('Carol4722334455This meeting');
    field().blur();
    await eventually(() =>
      expect(panel.sent.at(-1)).toEqual({ type: 'follow-people', ...IN_M1, on: false, shown: false }),
    );
  });
});
