import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../eventually';
import { pageCall, pageResult } from '../page-call';
import type { AccessibleLookup, ClickPoint, ElementSnapshot } from '../snapshot';
import type { SeeOptions, Surface } from '../surface';
import { LOOKUP_GLOBAL, lookupScript } from './bundle';
import { nameMatch, quote } from './match';

/**
 * Where the mouse comes from: one that stays where it was causes no event, and from nearer by one could not
 * tell whether it has arrived.
 */
export const BESIDE_PX = 4;

const PRESSES = 3;
/** Longer than the document waits for a press. */
const ANSWER_MS = 2_000;

/**
 * Everything of a surface that is the same in both browsers. What differs is how scripts and input get
 * there.
 */
export abstract class AccessibleSurface implements Surface {
  abstract frame(...selectors: string[]): Promise<Surface>;
  abstract screenshot(path: string): Promise<void>;
  abstract press(key: string): Promise<void>;

  /** Evaluates an expression in the document and awaits its promise. */
  protected abstract run(source: string): Promise<unknown>;
  /** Moves the mouse from a point to the left of it to a point of this document. */
  protected abstract movePointer(point: ClickPoint): Promise<void>;
  /** For an error: what of the browser's own may keep the mouse away; empty if nothing is known. */
  protected async outsideOfPage(): Promise<string> {
    return '';
  }
  /** Presses and releases the mouse button where the mouse is. */
  protected abstract pressPointer(): Promise<void>;
  /** Moves the mouse with its button pressed, from where it is. */
  protected abstract dragPointer(by: ClickPoint): Promise<void>;
  /** Types into the focused element. How many of the keys the document may hear of later. */
  protected abstract type(text: string): Promise<number>;

  async evaluate<A extends unknown[], R>(fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return pageResult(await this.run(pageCall(String(fn), args))) as Awaited<R>;
  }

  async click(role: string, name: string | RegExp): Promise<void> {
    await this.#press('to click', role, name);
  }

  async hover(role: string, name: string | RegExp): Promise<void> {
    await this.#hover('to point at', role, name);
  }

  async pressHere(): Promise<void> {
    await this.#look('letPress');
    await this.pressPointer();
  }

  async drag(role: string, name: string | RegExp, by: ClickPoint): Promise<void> {
    await this.#hover('to drag', role, name);
    await this.dragPointer(by);
  }

  async fill(role: string, name: string | RegExp, text: string): Promise<void> {
    await this.#press('to fill', role, name);
    await this.#look('selectText', role, nameMatch(name));
    if (text === '') return this.press('Delete');
    const toCome = await this.type(text);
    if (toCome > 0) await this.#look('takeKeys', toCome);
  }

  async select(role: string, name: string | RegExp, value: string): Promise<void> {
    await this.#hover(`to choose "${value}" in`, role, name);
    await this.#look('choose', role, nameMatch(name), value);
  }

  async find(role: string, name: string | RegExp): Promise<ElementSnapshot | undefined> {
    const [first] = await this.findAll(role, name);
    return first;
  }

  findAll(role: string, name: string | RegExp): Promise<ElementSnapshot[]> {
    return this.#look('find', role, nameMatch(name));
  }

  see(
    role: string,
    name: string | RegExp,
    predicate: (element: ElementSnapshot) => boolean = () => true,
    options: SeeOptions = {},
  ): Promise<ElementSnapshot> {
    return eventually(
      `${quote(role, name)}${predicate.length > 0 ? ` with ${predicate}` : ''}`,
      async () => {
        const elements = await this.findAll(role, name);
        const element = elements.find(predicate);
        if (element) return { done: { value: element } };
        return { seen: elements.map((other) => JSON.stringify(other)).join('\n') || 'no such element' };
      },
      { ...options, explain: () => this.outline() },
    );
  }

  async gone(role: string, name: string | RegExp, options: SeeOptions = {}): Promise<void> {
    await eventually(
      `${quote(role, name)} to go`,
      async () => {
        const element = await this.find(role, name);
        return element ? { seen: JSON.stringify(element) } : { done: { value: undefined } };
      },
      options,
    );
  }

  waitFor<A extends unknown[], R>(what: string, fn: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return eventually(
      what,
      async () => {
        const value = await this.evaluate(fn, ...args);
        return value ? { done: { value } } : { seen: String(JSON.stringify(value)) };
      },
      { explain: () => this.outline() },
    );
  }

  outline(): Promise<string> {
    return this.#look('outline');
  }

  /**
   * Presses the mouse on the element. On a busy machine a panel beside the page may still be opening or
   * closing, and the page grows under the mouse in the moment of the press: who misses presses again, as a
   * person would.
   */
  async #press(action: string, role: string, name: string | RegExp): Promise<void> {
    for (let left = PRESSES; ; left--) {
      await this.#hover(action, role, name);
      await this.pressPointer();
      const went = await this.#whereItWent();
      if (went === undefined) return;
      // Not in silence: a page that moves under a person's mouse may be a fault of the page.
      console.warn(`A press ${action} ${quote(role, name)} went ${went}.`);
      if (left === 1)
        throw new Error(`The last of ${PRESSES} presses ${action} ${quote(role, name)} went ${went}.`);
    }
  }

  /** A document that does not answer is one that the press has taken away. */
  async #whereItWent(): Promise<string | undefined> {
    const giveUp = new AbortController();
    const timeout = pause(ANSWER_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
    const went = this.#look('takePress').catch(() => undefined);
    try {
      return await Promise.race([went, timeout]);
    } finally {
      giveUp.abort();
    }
  }

  /**
   * Brings the mouse over the element, and waits until the document has seen it there: after a scroll,
   * browsers take a moment to learn where nested frames are, and a click would go elsewhere.
   */
  async #hover(action: string, role: string, name: string | RegExp): Promise<void> {
    const arrival = async () => {
      const point = await this.#look('clickPoint', role, nameMatch(name));
      await this.movePointer(point);
      const seen = await this.#look('arrive', role, nameMatch(name), point);
      return seen === undefined ? { done: { value: undefined } } : { seen };
    };
    await eventually(`${action} ${quote(role, name)}`, arrival, { explain: () => this.outsideOfPage() });
  }

  async #look<K extends keyof AccessibleLookup>(
    method: K,
    ...args: Parameters<AccessibleLookup[K]>
  ): Promise<Awaited<ReturnType<AccessibleLookup[K]>>> {
    const call = pageCall(
      `async (...args) => window.${LOOKUP_GLOBAL} ? { is: await window.${LOOKUP_GLOBAL}.${method}(...args) } : 'not installed'`,
      args,
    );
    let answer = pageResult(await this.run(call));
    if (answer === 'not installed') {
      await this.run(await lookupScript());
      answer = pageResult(await this.run(call));
    }
    type Answer = Awaited<ReturnType<AccessibleLookup[K]>>;
    return (answer as { is?: Answer }).is as Answer;
  }
}
