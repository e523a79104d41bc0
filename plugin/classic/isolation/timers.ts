import { asOwner, type Owner, runFor } from '../streams/owner';
import type { Isolated } from './isolated';

/** More timers than any plugin needs at a time, and few enough for the meeting not to feel them. */
const MOST_TIMERS = 200;
/** Below this, a repeated timer would leave the meeting no time of its own. */
const SHORTEST_REPEAT_MS = 20;
const TOO_MANY = `it has ${MOST_TIMERS} timers at a time and can’t start more.`;

/** Keeps the timers of each plugin to a number, and lets it answer for what they do. */
export function guardTimers({ view, caller }: Isolated): void {
  const timers = new Map<Owner, Set<number>>();
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
  ] as const) {
    const setOf = view[set].bind(view);
    const clearOf = view[clear].bind(view);
    Reflect.set(view, set, (code: unknown, delay?: unknown, ...rest: unknown[]) => {
      const owner = caller();
      const ms = Number(delay) || 0;
      if (!owner) return Reflect.apply(setOf, view, [code, delay, ...rest]);
      const own = timers.get(owner) ?? new Set();
      timers.set(owner, own);
      if (own.size >= MOST_TIMERS) {
        owner.report(TOO_MANY);
        return 0;
      }
      const act = actOf(view, owner, code, rest);
      const run = () => {
        if (!repeats) own.delete(id);
        act();
      };
      const id = Number(setOf(run, repeats ? Math.max(ms, SHORTEST_REPEAT_MS) : ms));
      own.add(id);
      return id;
    });
    Reflect.set(view, clear, (id: unknown) => {
      for (const own of timers.values()) own.delete(Number(id));
      clearOf(Number(id));
    });
  }
}

/**
 * What a timer does, for which its plugin answers. Old plugins give it as text, which has no file. A browser
 * evaluates such a text just the same: this lets nothing run that would not run without this host.
 */
function actOf(view: Isolated['view'], owner: Owner, code: unknown, rest: unknown[]): () => unknown {
  if (typeof code === 'function') return () => asOwner(owner, () => code(...rest));
  const text = String(code);
  // Called by another name, it runs in the document's own scope, as the text of a timer does.
  const evaluate: unknown = Reflect.get(view, 'eval');
  if (typeof evaluate !== 'function') return () => undefined;
  return () => runFor(owner, `the timer "${text.slice(0, MOST_SIGNS)}"`, () => evaluate(text));
}

/** As much of a timer's text as tells which one it is. */
const MOST_SIGNS = 60;
