import { anyName, type Surface, type Tab } from '../harness/browser';
import type { Fixture } from './fixture';

/** Opens the options of the extension that shows this panel. */
export async function openOptions({ browser }: Fixture, panel: Surface): Promise<Tab> {
  return browser.open(await panel.evaluate(() => new URL('/options.html', location.href).href));
}

/** Chooses values in lists of the options, by their names, and waits until each is stored. */
export async function chooseInOptions(options: Tab, choices: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(choices)) {
    await options.select('combobox', name, value);
    // It moves only once it is stored.
    await options.see('combobox', name, (list) => list.value === value);
    await options.see('status', anyName, ({ text }) => text === 'Saved.');
  }
}
