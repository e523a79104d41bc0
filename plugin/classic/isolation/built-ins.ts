import { BROWSER, FUNCTIONS, LANGUAGE } from '../obstacles/built-ins';
import { STREAMS } from '../streams/shared';
import type { Isolated } from './isolated';

type ReportReplaced = (name: string) => void;

/** What is kept: its name for people, by its holder and key. */
type Kept = WeakMap<object, Map<PropertyKey, string>>;

const { defineProperty, getOwnPropertyDescriptor } = Object;
const define = Reflect.defineProperty;

/**
 * Keeps what the language and the browser give to every script of this document: this host's own code, and
 * all other plugins, would work with what one of them puts in its place. A plugin may add what is missing,
 * and objects of its own may have what they like.
 *
 * @param report is called with the name of what a plugin tries to replace
 * @param shared objects of this host's own that all plugins have
 */
export function keepBuiltIns(
  view: Isolated['view'],
  report: ReportReplaced,
  shared: readonly object[] = [],
): void {
  const { document } = view;
  /** Of these there is one, and what is set on it is set for all. */
  const single = new Set<unknown>([
    view,
    document,
    document.documentElement,
    document.head,
    document.body,
    ...shared,
  ]);
  const kept: Kept = new WeakMap();
  const keep = (holder: object, key: string, name: string, isConfigurable = false) => {
    const { value, configurable } = getOwnPropertyDescriptor(holder, key) ?? {};
    if (!configurable || value === undefined) return;
    note(kept, holder, key, name);
    defineProperty(holder, key, {
      configurable: isConfigurable,
      enumerable: Object.prototype.propertyIsEnumerable.call(holder, key),
      get: () => value,
      set(this: unknown, next: unknown) {
        if (next === value) return;
        if (holder === view || this === holder || single.has(this)) return report(name);
        const own = { configurable: true, enumerable: true, writable: true, value: next };
        if (this === Object(this)) define(Object(this), key, own);
      },
    });
  };
  guardDefinitions(view, kept, report);
  for (const name of [...LANGUAGE, ...BROWSER]) {
    const part: unknown = Reflect.get(view, name);
    if (part !== Object(part)) continue;
    keepMembers(Object(part), name, keep);
    const prototype: unknown = Reflect.get(Object(part), 'prototype');
    if (prototype === Object(prototype)) keepMembers(Object(prototype), `${name}.prototype`, keep);
  }
  for (const [name, holder] of STREAMS) keepMembers(holder, name, keep);
  // A script may have a class of its own by the name of a part of the browser, and none by one of the
  // language.
  for (const name of BROWSER) keep(view, name, name, true);
  for (const name of [...LANGUAGE, ...FUNCTIONS]) keep(view, name, name);
}

function keepMembers(
  holder: object,
  name: string,
  keep: (holder: object, key: string, name: string) => void,
): void {
  for (const key of Reflect.ownKeys(holder)) {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (!descriptor?.configurable || key === 'constructor') continue;
    if (typeof descriptor.value === 'function') {
      // Engines leave their fast ways where the members by symbol, such as the iterator, are computed.
      if (typeof key === 'string') keep(holder, key, `${name}.${key}`);
      else define(holder, key, { configurable: false, writable: false });
    }
  }
}

/** Lets a definition of what is kept come to nothing, as an assignment does. */
function guardDefinitions(view: Isolated['view'], kept: Kept, report: ReportReplaced): void {
  const isHeld = (holder: unknown, key: unknown): boolean => {
    if (holder !== Object(holder)) return false;
    const name = kept.get(Object(holder))?.get(typeof key === 'symbol' ? key : String(key));
    if (name !== undefined) report(name);
    return name !== undefined;
  };
  view.Object.defineProperty = (holder, key, descriptor) =>
    isHeld(holder, key) ? holder : defineProperty(holder, key, descriptor);
  view.Object.defineProperties = (holder, descriptors) => {
    for (const key of Reflect.ownKeys(descriptors)) {
      const descriptor: unknown = Reflect.get(descriptors, key);
      if (!isHeld(holder, key)) defineProperty(holder, key, Object(descriptor));
    }
    return holder;
  };
  view.Reflect.defineProperty = (holder, key, descriptor) =>
    isHeld(holder, key) || define(holder, key, descriptor);
}

function note(kept: Kept, holder: object, key: string, name: string): void {
  const names = kept.get(holder) ?? new Map<PropertyKey, string>();
  kept.set(holder, names.set(key, name));
}
