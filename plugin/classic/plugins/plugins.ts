import type { FoundPlugin } from '../package/read-plugins';
import { type Owner, runningOwner, textOf } from '../streams/owner';
import type { Choices } from './choices';
import { ClassicPlugin, type PluginParts } from './classic-plugin';
import { readRegistration } from './registration';
import type { Stopped } from './stopped';

/** How long the meeting waits for source files, so that one that never arrives does not keep the others. */
const LOADS_WITHIN_MS = 10_000;

/** The organisation's plugins. */
export class Plugins {
  readonly all: ClassicPlugin[];
  readonly #choices: Choices;
  readonly #stopped: Stopped;

  constructor(found: readonly FoundPlugin[], choices: Choices, stopped: Stopped, parts: PluginParts) {
    this.#choices = choices;
    this.#stopped = stopped;
    this.all = found.map((each) => {
      const mayChoose = each.package.ok && each.package.value.allowUnload;
      const chosen = mayChoose ? choices.of(each.entry.id) : undefined;
      return new ClassicPlugin(each, chosen ?? each.entry.enabled, stopped.why(each.entry.id), parts);
    });
    parts.meeting.role$.subscribe(() => {
      for (const plugin of this.all) plugin.settle();
    });
  }

  /** Loads the source files; resolves when all have run, or have failed to. */
  async load(): Promise<void> {
    const enough = new Promise((resolve) => window.setTimeout(resolve, LOADS_WITHIN_MS));
    const loaded = Promise.all(this.all.map((plugin) => plugin.start()));
    await Promise.race([loaded, enough]);
  }

  /** `registerPlugin`. A plugin whose id nobody expects is told so under the name of the file that called. */
  register(given: unknown): void {
    const registration = readRegistration(given);
    const plugin = registration && this.all.find((each) => each.takes(registration));
    if (registration && plugin) {
      plugin.register(registration);
      return;
    }
    const caller = this.callerOf();
    if (!registration) caller?.refuse('it called registerPlugin without an object that has an id.');
    else if (caller) {
      const expected = [...new Set([caller.id, caller.package?.id])].map((id) => `"${id}"`).join(' or ');
      caller.refuse(`it registers as "${registration.id}", and its files call it ${expected}.`);
    } else console.error(`classic-plugins: no plugin of the id "${registration.id}" is expected.`);
  }

  choose(plugin: ClassicPlugin, on: boolean): void {
    this.#choices.choose(plugin.id, on);
    if (on) this.#stopped.release(plugin.id);
    plugin.switch(on);
  }

  /** The plugin whose code is at work: called from here, or found in the trace of the call. */
  callerOf(error: unknown = new Error()): ClassicPlugin | undefined {
    const running = runningOwner();
    if (running instanceof ClassicPlugin) return running;
    const trace = error instanceof Error ? (error.stack ?? '') : '';
    return this.all.find((plugin) => plugin.isSourceOf(trace));
  }

  /** Reports what plugins let slip: errors in their scripts, their timers and their promises. */
  watchErrors(fallback: () => Owner | undefined): void {
    const hear = (event: Event, reason: unknown, place: string, sentence: string) => {
      const owner =
        this.all.find((plugin) => plugin.isSourceOf(place)) ?? this.callerOf(reason) ?? fallback();
      if (!owner) return;
      event.preventDefault();
      owner.report(sentence, reason);
    };
    window.addEventListener('error', (event) => {
      const file = event.filename.split('/').at(-1) ?? '';
      hear(event, event.error, event.filename, `${event.message} (${file}, line ${event.lineno}).`);
    });
    window.addEventListener('unhandledrejection', (event) => {
      hear(event, event.reason, '', `a promise failed: ${textOf(event.reason)}.`);
    });
  }
}
