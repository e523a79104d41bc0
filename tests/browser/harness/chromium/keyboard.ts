import type { Keyboard, KeyInput } from 'puppeteer-core';

/** Presses a key, or a chord such as `Shift+Tab`: modifiers first. */
export async function pressKey(keyboard: Keyboard, chord: string): Promise<void> {
  const keys = chord.split(/(?<=.)\+/) as KeyInput[];
  for (const key of keys) await keyboard.down(key);
  for (const key of keys.reverse()) await keyboard.up(key);
}
