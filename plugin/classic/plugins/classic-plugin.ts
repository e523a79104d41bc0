import type { Plugin } from '@pexip/plugin-api';
import { map } from 'rxjs';
import { wait } from '../isolation/own-time';
import type { Turns } from '../isolation/turns';
import type { ClassicMeeting } from '../meeting/meeting';
import { type Outlook, outlookOf } from '../obstacles/outlook';
import type { PackageFile } from '../package/package-file';
import type { FoundPlugin } from '../package/read-plugins';
import { copyOfEach } from '../streams/copies';
import { newListening, type Owner, runFor } from '../streams/owner';
import { PluginStream } from '../streams/plugin-stream';
import { loadScript } from './load-script';
import { PluginMenu } from './menu';
import { addressesOf, argumentsOf, fitOfSource, unknownActions } from './press';
import type { Registration } from './registration';

/** How a plugin is at the moment, in words for its users. */
export type ClassicStatus =
  | 'running'
  | 'in-part'
  | 'useless'
  | 'off'
  | 'failed'
  | 'crashed'
  | 'waiting'
  | 'other-platform'
  | 'other-role';

/** How long a source file that has run may take until it registers. */
const REGISTERS_WITHIN_MS = 3_000;

/** More of either kind, and nobody finds the first. */
const MOST_SENTENCES = 20;

/** More lines, and the console costs the meeting time. */
const MOST_LINES = 100;

export interface PluginParts {
  ui: Pick<Plugin['ui'], 'addButton'>;
  meeting: ClassicMeeting;
  /** The address of a file, by its path from the folder of settings.json. */
  addressOf(path: string): string;
  /** Reads a source file as text; undefined if it is missing. */
  readSource(address: string): Promise<string | undefined>;
  turns: Turns;
  /** The user has pressed an item of a plugin. */
  onPress(owner: Owner): void;
  onChange(): void;
}

/**
 * One classic plugin from its source file to its end.
 *
 *   off ─▶ source file loads ─▶ registers ─▶ its role is the user's ─▶ load(), menu items   running
 *                                            it is no more, or the user switches it off ─▶ unload(), none
 */
export class ClassicPlugin implements Owner {
  readonly id: string;
  readonly name: string;
  readonly package: PackageFile | undefined;
  readonly troubles: string[] = [];
  /** What of it Web App 3 has no place for, a sentence each. */
  readonly limits: string[] = [];
  readonly #found: FoundPlugin;
  readonly #parts: PluginParts;
  listening = newListening();
  #isOn: boolean;
  #script: 'none' | 'loading' | 'missing' | 'silent' | 'ran' = 'none';
  #source: Promise<string | undefined> | undefined;
  #registration: Registration | undefined;
  #addresses: string[] | undefined;
  #printed = 0;
  #hasTried = false;
  #hasLoaded = false;
  #menu: PluginMenu | undefined;
  #outlook: Outlook = 'whole';
  #isStopped: boolean;

  /** @param whyStopped the sentence of a plugin that was stopped before */
  constructor(found: FoundPlugin, isOn: boolean, whyStopped: string | undefined, parts: PluginParts) {
    this.#found = found;
    this.#parts = parts;
    this.#isStopped = whyStopped !== undefined;
    this.#isOn = isOn && !this.#isStopped;
    this.package = found.package.ok ? found.package.value : undefined;
    this.id = found.entry.id;
    this.name = this.package?.name ?? this.id;
    if (!found.package.ok) this.report(found.package.error);
    if (whyStopped !== undefined) this.report(whyStopped);
    for (const note of found.notes) console.info(`plugin "${this.name}": ${note}`);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether the user may switch it: where the package file lets them, and where it was stopped. */
  get hasSwitch(): boolean {
    const { status } = this;
    if (status === 'failed' || status === 'other-platform') return false;
    return this.package?.allowUnload === true || this.#isStopped;
  }

  get status(): ClassicStatus {
    if (!this.package || this.#script === 'missing' || this.#script === 'silent') return 'failed';
    if (!this.package.platforms.includes('web')) return 'other-platform';
    if (!this.#isOn) return 'off';
    if (this.#outlook === 'none') return 'useless';
    if (this.#menu && !this.#hasLoaded) return 'crashed';
    if (this.#menu) return this.limits.length > 0 ? 'in-part' : 'running';
    return this.#registration && this.#role !== undefined && !this.#isForRole ? 'other-role' : 'waiting';
  }

  /** Every problem once: what repeats would bury the others. */
  report(sentence: string, error?: unknown): void {
    this.#print(sentence, error);
    if (!this.troubles.includes(sentence) && this.troubles.length < MOST_SENTENCES)
      this.troubles.push(sentence);
    this.#parts.onChange();
  }

  /** What a plugin has gone wrong with a hundred times is known. */
  #print(sentence: string, error: unknown): void {
    this.#printed += 1;
    if (this.#printed > MOST_LINES) return;
    console.error(`plugin "${this.name}": ${sentence}`, ...(error === undefined ? [] : [error]));
    if (this.#printed === MOST_LINES) console.error(`plugin "${this.name}": further errors are not printed.`);
  }

  limit(sentence: string): void {
    if (this.limits.includes(sentence) || this.limits.length === MOST_SENTENCES) return;
    console.info(`plugin "${this.name}": ${sentence}`);
    this.limits.push(sentence);
    this.#parts.onChange();
  }

  /** How well a script's address, or an error's trace, fits this plugin's files; 0 if it does not. */
  fit(text: string): number {
    if (!this.package || this.#script === 'none') return 0;
    // Asked for each call of a plugin's.
    this.#addresses ??= addressesOf(this.package.srcURL, this.#parts.addressOf);
    return fitOfSource(this.#addresses, text);
  }

  get #isToStart(): boolean {
    return this.#isOn && this.package?.platforms.includes('web') === true && this.#script === 'none';
  }

  /** Begins to read the source file, so that it is there when its turn comes. */
  prepare(): Promise<string | undefined> {
    if (!this.package || !this.#isToStart) return Promise.resolve(undefined);
    this.#source ??= this.#parts.readSource(this.#parts.addressOf(this.package.srcURL));
    return this.#source;
  }

  /** Loads the source file, if the plugin is on and meant for this platform. */
  async start(): Promise<void> {
    if (!this.package || !this.#isToStart) return;
    const { srcURL } = this.package;
    await this.#reportObstacles(this.prepare());
    if (!this.#isToStart) return;
    this.#script = 'loading';
    this.#parts.turns.begin(this);
    const hasRun = await loadScript(this.#parts.addressOf(srcURL));
    this.#parts.turns.end();
    if (!hasRun) {
      this.#script = 'missing';
      return this.report(`its source file ${srcURL} is missing or cannot be loaded.`);
    }
    this.#script = 'ran';
    if (this.#registration) return;
    void this.#expectRegistration(srcURL);
  }

  async #expectRegistration(srcURL: string): Promise<void> {
    await wait(REGISTERS_WITHIN_MS);
    if (this.#registration) return;
    this.#script = 'silent';
    // One that registered under another id has been told so.
    if (this.#hasTried) return;
    this.report(`its source file ${srcURL} ran without a call of PEX.pluginAPI.registerPlugin.`);
  }

  /** What the packing tool said of the source file, said once more. */
  async #reportObstacles(reading: Promise<string | undefined>): Promise<void> {
    const source = await reading;
    if (source === undefined) return;
    const { outlook, obstacles } = outlookOf(source);
    this.#outlook = outlook;
    for (const obstacle of obstacles) this.limit(obstacle);
    this.#parts.onChange();
  }

  /** Takes a registration in if the id fits; either of the two ids that name this plugin will do. */
  takes(registration: Registration): boolean {
    return this.#registration === undefined && this.isNamed(registration);
  }

  /** Whether a registration's id is one of the two that name this plugin. */
  isNamed({ id }: Registration): boolean {
    return id === this.id || id === this.package?.id;
  }

  /** Its script has registered as somebody whom its files do not know. */
  refuse(sentence: string): void {
    this.#hasTried = true;
    this.report(sentence);
  }

  register(registration: Registration): void {
    this.#registration = registration;
    if (this.#script === 'silent') this.#script = 'ran';
    for (const unknown of this.package ? unknownActions(this.package.menuItems, registration) : []) {
      this.report(unknown);
    }
    this.settle();
  }

  switch(on: boolean): void {
    this.#isOn = on;
    this.#isStopped = this.#isStopped && !on;
    void this.start();
    this.settle();
  }

  /** Runs or stops, as the switch and the user's role have it. */
  settle(): void {
    const runs = this.#isOn && this.#isForRole;
    if (runs && !this.#menu && this.#registration) this.#run(this.#registration);
    else if (!runs && this.#menu) this.#stop();
    this.#parts.onChange();
  }

  get #role() {
    return this.#parts.meeting.role$.value;
  }

  get #isForRole(): boolean {
    return this.#role !== undefined && this.package?.participantRoles.includes(this.#role) === true;
  }

  #run(registration: Registration): void {
    if (!this.package) return;
    const { meeting, ui, addressOf } = this.#parts;
    const menu = new PluginMenu({
      ui,
      owner: this,
      menuItems: this.package.menuItems,
      packagePath: this.#found.path,
      addressOf,
      name: this.name,
      participants$: meeting.participants$,
      onPress: (action, uuid) => this.#act(registration, action, uuid),
    });
    this.#menu = menu;
    const owner = () => this;
    const participants$ = new PluginStream(meeting.participants$.pipe(map(copyOfEach)), owner);
    const details$ = meeting.conferenceDetails$.pipe(map((details) => ({ ...details })));
    const conferenceDetails$ = new PluginStream(details$, owner);
    this.#hasLoaded = false;
    runFor(this, 'load', () => {
      const loaded = registration.functionOf('load')?.(participants$, conferenceDetails$);
      this.#hasLoaded = true;
      if (!(loaded instanceof Promise)) return;
      return loaded.catch((error: unknown) => {
        this.#hasLoaded = this.#menu !== menu;
        throw error;
      });
    });
    menu.follow(registration.state);
    menu.show();
  }

  #stop(): void {
    runFor(this, 'unload', () => this.#registration?.functionOf('unload')?.());
    this.#menu?.remove();
    this.#menu = undefined;
    // What a plugin has chained to a stream may have an end of its own.
    runFor(this, 'the end of a subscription', () => this.listening.unsubscribe());
    this.listening = newListening();
  }

  takeItemsOut(): void {
    this.#menu?.remove();
  }

  #act(registration: Registration, action: string, participantUuid: string | undefined): void {
    const menu = this.package?.menuItems.menu;
    if (!menu) return;
    this.#parts.onPress(this);
    // What is not there has been reported when the plugin registered.
    runFor(this, action, () =>
      registration.functionOf(action)?.(...argumentsOf(menu, this.#parts.meeting, participantUuid)),
    );
  }
}
