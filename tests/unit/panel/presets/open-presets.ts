import { expect } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, eventually, openPanel, rendered, the } from '../fixture';

/** A preset as it is stored. */
export const preset = (name: string, order: number, destination = `${name}@example.com`) => ({
  [`preset.${name}`]: { version: 1, name, order, request: { destination, role: 'GUEST', protocol: 'sip' } },
});

export const withTwo = { sync: { ...preset('alice', 0), ...preset('bob', 1) } };

/** A panel in a meeting, with what is stored. */
export async function open(
  content: Parameters<typeof memoryStorage>[0] = {},
  environment: Parameters<typeof openPanel>[1] = {},
) {
  const storage = memoryStorage(content);
  const panel = openPanel(storage, environment);
  await panel.receive(aMeeting());
  return { ...panel, storage };
}

/** The names on the buttons of the presets, with their keys. */
export const chips = () =>
  all('button', undefined, the('list', 'Presets')).map(({ textContent }) => textContent);

/** Waits until the panel shows these presets, in this order. */
export const seesChips = (...names: string[]) =>
  eventually(() => expect(chips()).toEqual(names.map((name, index) => `${index + 1}${name}`)));

/** Presses a key. */
export const key = (name: string, target: EventTarget = document.body) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  return rendered();
};
