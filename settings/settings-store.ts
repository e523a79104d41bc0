import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../protocol/error-text';
import { readManagedPolicy } from './managed';
import { NO_POLICY, type Policy } from './policy';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from './settings';
import type { PanelStorage } from './storage/area';
import { readItem, readQuarantined, updateItem } from './storage/item';
import type { Quarantined } from './storage/stored-item';

type ChangeOutcome = { ok: true } | { ok: false; why: string };

/** The settings in force, and what an administrator has decided of them. */
export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  readonly policy: ReadonlySignal<Policy>;
  /** What could not be read and was kept. */
  readonly quarantined: ReadonlySignal<readonly Quarantined[]>;
  /** Resolves once settings and policy have been read. */
  readonly loaded: Promise<void>;
  /** What became of the last change: that it is stored, or why not. A new object each time. */
  readonly outcome: ReadonlySignal<ChangeOutcome | undefined>;
  change<Name extends keyof Settings>(name: Name, value: Settings[Name]): void;
  /** Has `outcome` tell of another change of what is stored; resolves with whether that is stored. */
  reportFailure(change: Promise<unknown>): Promise<boolean>;
  /** Forgets something that was quarantined. */
  discard(key: string): Promise<void>;
}

/** Follows the stored settings and the policy, of whichever window changes them, until `stop` aborts. */
export function createSettingsStore(storage: PanelStorage, stop: AbortSignal): SettingsStore {
  const own = signal(DEFAULT_SETTINGS);
  const policy = signal(NO_POLICY);
  const quarantined = signal<readonly Quarantined[]>([]);
  const outcome = signal<ChangeOutcome>();

  const load = async () => {
    own.value = await readItem(storage.local, SETTINGS);
    quarantined.value = [...(await readQuarantined(storage.local)), ...(await readQuarantined(storage.sync))];
  };
  const loadPolicy = async () => {
    policy.value = await readManagedPolicy(storage);
  };
  const fail = (error: unknown) => {
    outcome.value = { ok: false, why: errorText(error) };
    return false;
  };
  // Defaults are better than a panel that does not open; nothing is written over what was not read.
  const report = (error: unknown) => {
    console.error('The settings could not be read:', error);
    fail(error);
  };
  const follow = () => void load().catch(report);
  storage.local.watch(follow, stop);
  // Presets are quarantined in place, by the first window that reads them, which may be after this.
  storage.sync.watch(follow, stop);
  storage.managed.watch(() => void loadPolicy(), stop);

  return {
    settings: computed(() => ({
      ...(policy.value.locks.includes('settings') ? DEFAULT_SETTINGS : own.value),
      ...policy.value.settings,
    })),
    policy,
    quarantined,
    loaded: Promise.all([load().catch(report), loadPolicy()]).then(() => {}),
    outcome,
    change(name, value) {
      updateItem(storage.local, SETTINGS, (all) => ({ ...all, [name]: value })).then(
        (all) =>
          batch(() => {
            own.value = all;
            outcome.value = { ok: true };
          }),
        fail,
      );
    },
    reportFailure: (change) =>
      change.then(() => {
        outcome.value = { ok: true };
        return true;
      }, fail),
    discard: async (key) => {
      await storage.local.remove([key]);
      await storage.sync.remove([key]);
      await load();
    },
  };
}
