import { expect, it } from 'vitest';
import { leftAtWork, noteTurns } from '../../../../plugin/classic/isolation/turns';
import { addressesOf, fitOfSource } from '../../../../plugin/classic/plugins/press';
import { asOwner } from '../../../../plugin/classic/streams/owner';
import { anOwner } from './support/owner';

/** A tab's own storage, and what is noted in it. */
function tab() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const page = new EventTarget();
  const turns = noteTurns(page as Window, () => storage as Storage);
  return { storage: storage as Storage, page, turns, noted: () => [...kept.values()] };
}
const allRounds = () => new Promise((resolve) => setTimeout(resolve));

it('notes a source file that runs until its end, also while other plugins take their turns', async () => {
  const { storage, page, turns, noted } = tab();
  turns.begin(anOwner('endless'));
  asOwner(anOwner('sibling'), () => expect(noted()).toEqual(['sibling']));
  expect(noted()).toEqual(['endless']);
  await allRounds();
  expect(noted()).toEqual(['endless']);
  turns.end();
  expect(noted()).toEqual([]);
  turns.begin(anOwner('slow'));
  page.dispatchEvent(new Event('pagehide'));
  expect(leftAtWork(() => storage)).toBeUndefined();
});

it('notes each plugin behind its own awaits, and nobody afterwards', async () => {
  const { noted } = tab();
  const seen: unknown[] = [];
  const goesOn = (id: string) =>
    asOwner(anOwner(id), async () => {
      for (let round = 0; round < 10; round += 1) {
        await null;
        seen.push([id, noted()]);
      }
    });
  await Promise.all([goesOn('one'), goesOn('other')]);
  expect(seen).toHaveLength(20);
  for (const [id, now] of seen as [string, string[]][]) expect(now).toEqual([id]);
  await allRounds();
  expect(noted()).toEqual([]);
});

it('tells plugins in one folder apart by their files', () => {
  const addressOf = (path: string) => `https://meet.example.com/${path}`;
  const trace = 'at go (https://meet.example.com/plugins/b.js:1:2)';
  const [a, b, lib] = ['plugins/a.js', 'plugins/b.js', 'plugins/lib/c.js'].map((file) =>
    fitOfSource(addressesOf(file, addressOf), trace),
  );
  expect(b).toBeGreaterThan(a ?? 0);
  expect(a).toBeGreaterThan(0);
  expect(lib).toBe(0);
});
