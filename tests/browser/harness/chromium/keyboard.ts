import type { Keyboard, KeyInput } from 'puppeteer-core';

/** Presses a key, or a chord such as `Shift+Tab`: modifiers first. */
export async function pressKey(keyboard: Keyboard, chord: string): Promise<void> {
  const keys = chord.split(/(?<=.)\+/) as KeyInput[];
  for (const key of keys) await keyboard.down(key);
  for (const key of keys.reverse()) await keyboard.up(key);
}

/**
 * Types a text, one key after the other. Sent at once, as a fast hand does: a page that is drawn after each
 * key takes twice the time.
 */
export async function typeText(keyboard: Keyboard, text: string): Promise<void> {
  await Promise.all(
    [...text].flatMap((sign) =>
      // Others have no key on the keyboard that puppeteer knows.
      /^[ -~]$/.test(sign)
        ? [keyboard.down(sign as KeyInput), keyboard.up(sign as KeyInput)]
        : [keyboard.sendCharacter(sign)],
    ),
  );
}
