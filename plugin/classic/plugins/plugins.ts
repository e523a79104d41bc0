import { wait } from '../isolation/own-time';
import type { FoundPlugin } from '../package/read-plugins';
import { type Owner, runningOwner, textOf } from '../streams/owner';
import type { Choices } from './choices';
import { ClassicPlugin, type PluginParts } from './classic-plugin';
import { readRegistration } from './registration';
import type { Stopped } from './stopped';

/** How long the meeting waits for source files, so that one that never arrives does not keep the others. */
const LOADS_WITHIN_MS = 10_000;
/** How long a source file keeps those behind it waiting. */
const GIVES_WAY_AFTER_MS = 3_000;

/** The organization's plugins. */
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

  /**
   * Loads the source files in the order of settings.json: a plugin may count on one before it. Resolves when
   * all have run, or have failed to.
   */
  async load(): Promise<void> {
    const inTurn = async () => {
      for (const plugin of this.all) await Promise.race([plugin.start(), wait(GIVES_WAY_AFTER_MS)]);
    };
    for (const plugin of this.all) void plugin.prepare();
    await Promise.race([inTurn(), wait(LOADS_WITHIN_MS)]);
  }

  /** `registerPlugin`. A plugin whose id nobody expects is told so under the name of the file that called. */
  register(given: unknown): void {
    const registration = readRegistration(given);
    const caller = this.callerOf();
    const plugin = registration && this.all.find((each) => each.takes(registration));
    // Two entries of settings.json may share a source file.
    const isOwn = !caller || plugin?.package?.srcURL === caller.package?.srcURL;
    if (registration && plugin && isOwn) {
      plugin.register(registration);
      return;
    }
    if (!registration) caller?.refuse('it called registerPlugin without an object that has an id.');
    else if (caller?.isNamed(registration)) {
      caller.report('it registers more than once. The first registration counts.');
    } else if (caller) {
      const expected = [...new Set([caller.id, caller.package?.id])].map((id) => `"${id}"`).join(' or ');
      caller.refuse(`it registers the id "${registration.id}", but its files say ${expected}.`);
    } else console.error(`classic-plugins: settings.json lists no plugin with the id "${registration.id}".`);
  }

  /** Takes all items out of the meeting. Web App 3 keeps those of a frame that it removes. */
  takeItemsOut(): void {
    for (const plugin of this.all) plugin.takeItemsOut();
  }

  choose(plugin: ClassicPlugin, on: boolean): void {
    this.#choices.choose(plugin.id, on);
    if (on) this.#stopped.release(plugin.id);
    plugin.switch(on);
  }

  /** The plugin whose code is at work: called from here, or found in the trace of the call. */
  callerOf(error?: unknown): ClassicPlugin | undefined {
    const running = runningOwner();
    if (running instanceof ClassicPlugin) return running;
    const traced = error === undefined ? new Error() : error;
    // A plugin may have replaced what makes the trace.
    const trace: unknown = traced instanceof Error ? traced.stack : undefined;
    return typeof trace === 'string' ? this.#ofSource(trace) : undefined;
  }

  /** The plugin whose files a text names best. */
  #ofSource(text: string): ClassicPlugin | undefined {
    const fits = this.all.map((plugin) => ({ plugin, fit: plugin.fit(text) }));
    const best = Math.max(...fits.map(({ fit }) => fit));
    return best > 0 ? fits.find(({ fit }) => fit === best)?.plugin : undefined;
  }

  /** Reports what plugins let slip: errors in their scripts, their timers and their promises. */
  watchErrors(fallback: () => Owner | undefined): void {
    const report = (event: Event, reason: unknown, place: string, sentence: string) => {
      const owner = this.#ofSource(place) ?? this.callerOf(reason) ?? fallback();
      if (!owner) return;
      event.preventDefault();
      owner.report(sentence, reason);
    };
    window.addEventListener('error', (event) => {
      const file = event.filename.split('/').at(-1) ?? '';
      report(event, event.error, event.filename, `${event.message} (${file}, line ${event.lineno}).`);
    });
    window.addEventListener('unhandledrejection', (event) => {
      report(event, event.reason, '', `a promise failed: ${textOf(event.reason)}.`);
    });
  }
}
