import type { ClickPoint } from '../snapshot';
import type { Marionette } from './marionette';

/** Names as in `KeyboardEvent.key`; values from https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** Mouse and keyboard of the whole window, toolbar and sidebar included: the events are as a person's. */
export class Input {
  constructor(private readonly marionette: Marionette) {}

  /** Moves the mouse to a point of Firefox's window, by way of one so many pixels to the left. */
  async movePointer({ x, y }: ClickPoint, besidePx = 0): Promise<void> {
    const move = (left: number) => ({ type: 'pointerMove', x: left, y: Math.round(y), duration: 0 });
    const end = Math.round(x);
    await this.#perform('pointer', [...(besidePx > 0 ? [move(end - besidePx)] : []), move(end)]);
  }

  /** Presses and releases a mouse button where the mouse is: 0 the main one, 2 the one for menus. */
  async pressPointer(button: 0 | 2 = 0): Promise<void> {
    await this.#perform('pointer', [
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ]);
  }

  /** Moves the mouse with its button pressed, from where it is. */
  async dragPointer({ x, y }: ClickPoint): Promise<void> {
    const steps = 5;
    const step = { type: 'pointerMove', origin: 'pointer', x: x / steps, y: y / steps, duration: 0 };
    await this.#perform('pointer', [
      { type: 'pointerDown', button: 0 },
      ...Array.from({ length: steps }, () => step),
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** A click on something of Firefox's own, which is where it is. */
  async click(point: ClickPoint): Promise<void> {
    await this.movePointer(point);
    await this.pressPointer();
  }

  /** Types into the focused element. */
  async type(text: string): Promise<void> {
    const strokes = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#perform('key', strokes);
  }

  /** Presses a key, or a chord such as `Shift+Tab`: modifiers first. */
  async press(chord: string): Promise<void> {
    const values = chord.split(/(?<=.)\+/).map((key) => {
      const value = KEYS[key] ?? key;
      if ([...value].length !== 1) throw new Error(`Unknown key ${key}: name it as KeyboardEvent.key does.`);
      return value;
    });
    await this.#perform('key', [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.reverse().map((value) => ({ type: 'keyUp', value })),
    ]);
  }

  /** Puts a finger on a point of the page with this URL. */
  async putFinger(url: string, { x, y }: ClickPoint): Promise<void> {
    await this.#inPage(async () => {
      await this.#enterPage(url);
      await this.#performTouch([
        { type: 'pointerMove', x, y, duration: 0 },
        { type: 'pointerDown', button: 0 },
      ]);
    });
  }

  /** Lifts it again. */
  async liftFinger(): Promise<void> {
    await this.#inPage(() => this.#performTouch([{ type: 'pointerUp', button: 0 }]));
  }

  async #performTouch(actions: unknown[]): Promise<void> {
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
    await this.marionette.send('WebDriver:PerformActions', { actions: [finger] });
  }

  /** Firefox's own window takes no finger from Marionette: acts in a page for so long. */
  async #inPage(act: () => Promise<void>): Promise<void> {
    await this.marionette.send('Marionette:SetContext', { value: 'content' });
    try {
      await act();
    } finally {
      await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
    }
  }

  async #enterPage(url: string): Promise<void> {
    const handles = (await this.marionette.send('WebDriver:GetWindowHandles')) as string[];
    for (const handle of handles) {
      await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
      const { value } = (await this.marionette.send('WebDriver:GetCurrentURL')) as { value: string };
      if (value === url) return;
    }
    throw new Error(`No tab shows ${url}.`);
  }

  async #perform(type: 'pointer' | 'key', actions: unknown[]): Promise<void> {
    await this.marionette.send('WebDriver:PerformActions', { actions: [{ type, id: type, actions }] });
  }
}
