import { expect } from 'vitest';
import { HISTORY } from '../../../../panel/history/entry';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting, eventually, openPanel, rendered, START, the } from '../fixture';

/** A preset as it is stored. */
export const preset = (name: string, order: number, request: object) => ({
  [`preset.${order}`]: { version: 1, name, order, request: { role: 'GUEST', protocol: 'sip', ...request } },
});
/** A call of the history. */
export const earlier = (destination: string, over: object = {}) => ({
  id: `h-${destination}`,
  at: START,
  request: { destination, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'joined',
  ...over,
});
/** A history as it is stored. */
export const history = (...entries: object[]) => ({ history: { version: HISTORY.version, value: entries } });

/** A panel in a meeting, with what is stored, and with the focus in Destination. */
export async function open(content: Parameters<typeof memoryStorage>[0] = {}, environment: object = {}) {
  const panel = openPanel(memoryStorage(content), environment);
  await panel.receive(aMeeting());
  field().focus();
  return panel;
}

export const field = () => the<HTMLInputElement>('combobox', 'Destination');
const list = () => document.querySelector('.suggestions');
export const options = () => [...(list()?.children ?? [])].map((option) => option.textContent);
/** Waits until these suggestions are shown, in this order. */
export const sees = (...texts: string[]) => eventually(() => expect(options()).toEqual(texts));
/** The suggestion that an arrow key has reached. */
export const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
export const isExpanded = () => field().getAttribute('aria-expanded');

/** Returns whether the key did what it does in any field. */
export async function key(name: string, over: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...over });
  const isLeft = field().dispatchEvent(event);
  await rendered();
  return isLeft;
}

export const ANNA = {
  sync: {
    ...preset('Anna', 0, { destination: 'anna@a.example', role: 'HOST' }),
    ...preset('Recorder', 1, { destination: 'rec-anna@b.example' }),
  },
  local: history(earlier('hanna@c.example', { name: 'Hanna H' }), earlier('bob@c.example')),
};
export const ALL_ANNA = [
  'Annaanna@a.examplePreset',
  'Recorderrec-anna@b.examplePreset',
  'Hanna Hhanna@c.exampleEarlier',
];
