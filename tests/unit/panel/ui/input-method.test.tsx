// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../../panel/ui/key-of';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, eventually, openPanel, press, rendered, the, type, value } from '../fixture';

/** How browsers mark a key that an input method has for itself. */
const COMPOSING = [
  ['composing', { isComposing: true }],
  ['the code of an input method', { keyCode: 229 }],
] as const;

const keyDown = async (target: EventTarget, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  await rendered();
  return event;
};

it.each(COMPOSING)('a key of an input method is none of ours: %s', (_, mark) => {
  for (const key of ['Enter', 'Escape', 'ArrowDown', '1']) {
    expect(keyOf(new KeyboardEvent('keydown', { key, ...mark }))).toBe('');
    expect(keyOf(new KeyboardEvent('keydown', { key }))).toBe(key);
  }
});

it('is asked for by everything in the panel that reads a key', () => {
  const reading = readdirSync('panel', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^(?:preview|ui.key-of)/.test(name))
    .filter((name) =>
      /\bevent\.key\b|\bkey\b[^}=]*\} = event/.test(readFileSync(join('panel', name), 'utf8')),
    );
  expect(reading).toEqual([]);
});

describe.each(COMPOSING)('while a word is composed (%s)', (_, mark) => {
  let panel: ReturnType<typeof openPanel>;
  let storage: ReturnType<typeof memoryStorage>;
  beforeEach(async () => {
    const request = { destination: 'ann@example.com', role: 'GUEST', protocol: 'sip' };
    storage = memoryStorage({ sync: { 'preset.ann': { version: 1, name: 'Ann', order: 0, request } } });
    panel = openPanel(storage);
    const features = ['messages'];
    await panel.receive(aMeeting({ plugin: { name: 'ready', inMeeting: true, features }, chat: true }));
  });

  it('Enter and Escape neither save nor close the name of a preset', async () => {
    await press('tab', 'Dial out');
    await type('Destination', 'bob@example.com');
    await press('button', 'Save');
    const name = await eventually(() => the('textbox', 'Preset name'));
    await type('Preset name', 'ボブ');
    await keyDown(name, 'Enter', mark);
    await keyDown(name, 'Escape', mark);
    expect(value('textbox', 'Preset name')).toBe('ボブ');
    expect(Object.keys(await storage.sync.read())).toEqual(['preset.ann']);
    await keyDown(name, 'Escape');
    await eventually(() => expect(all('textbox', 'Preset name')).toEqual([]));
  });

  it('Enter sends no message', async () => {
    await press('tab', 'Chat');
    const field = await eventually(() => the('textbox', 'Message'));
    await type('Message', 'こん');
    await keyDown(field, 'Enter', mark);
    expect(panel.sent.filter(({ type }) => type === 'send-message')).toEqual([]);
    await keyDown(field, 'Enter');
    await eventually(() => expect(panel.sent.filter(({ type }) => type === 'send-message')).toHaveLength(1));
  });

  it('a digit dials no preset', async () => {
    await press('tab', 'Dial out');
    await eventually(() => the('button', 'Ann'));
    await keyDown(document.body, '1', mark);
    expect(panel.sent.filter(({ type }) => type === 'dial')).toEqual([]);
    await keyDown(document.body, '1');
    await eventually(() => expect(panel.sent.filter(({ type }) => type === 'dial')).toHaveLength(1));
  });

  it('arrows turn to no other tab', async () => {
    await press('tab', 'Dial out');
    expect((await keyDown(the('tab', 'Dial out'), 'End', mark)).defaultPrevented).toBe(false);
    expect((await keyDown(the('tab', 'Dial out'), 'End')).defaultPrevented).toBe(true);
  });
});
