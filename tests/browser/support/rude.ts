import { expect } from 'vitest';
import { anyName } from '../harness/browser';
import type { ClassicMeeting } from './classic-fixture';

const pressed = (here: ClassicMeeting) =>
  here.runtime.evaluate(() => Number(Reflect.get(window, 'siblingPressed')));

/** The plugin next to it still does its work, in the document that it was loaded into. */
export async function expectSiblingWell(here: ClassicMeeting): Promise<void> {
  const before = await pressed(here);
  await here.webapp3.click('button', 'Still here');
  await here.runtime.waitFor('the sibling', (n) => Reflect.get(window, 'siblingPressed') === n + 1, before);
}

/** What Settings > Plugin says of a plugin. */
export async function said(here: ClassicMeeting, name: string): Promise<string> {
  await here.webapp3.click('button', 'Settings');
  await here.webapp3.click('button', 'Plugin');
  const { text } = await here.runtime.see('listitem', anyName, (item) => item.text.startsWith(`${name} `));
  await here.webapp3.click('button', 'Close Plugins');
  await here.webapp3.gone('heading', 'Plugins');
  return text;
}

/** Has the rude plugin do one of its deeds, by a press of its button. */
export async function commit(here: ClassicMeeting, deed: string): Promise<void> {
  await here.runtime.evaluate((name) => Reflect.set(window, 'rudeDeed', name), deed);
  await here.webapp3.click('button', 'Misbehave');
}

/** Each deed leaves the sibling well, and is told under the name of the rude plugin. */
export async function expectTold(here: ClassicMeeting, deed: string, sentence: string): Promise<void> {
  await commit(here, deed);
  await expectSiblingWell(here);
  expect(await said(here, 'rude')).toContain(sentence);
}
