import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DialRequest } from '../../protocol/dial-fields';
import { errorText } from '../../protocol/error-text';
import { PRESET_STRINGS } from '../../strings/presets';
import type { SettingsStore } from '../settings-store';
import type { PanelStorage } from '../storage/area';
import { type DropTarget, dropped, grouped, moved } from './arrange';
import type { Preset } from './preset';
import { type PresetArea, readPresets, updatePresets } from './preset-area';

/** What was done and can be undone. */
export type Done = { text: string; undo?: (() => void) | undefined };

/** Presets of a policy, and what is wrong with the others. */
export type FixedPresets = {
  presets: readonly { name: string; request: DialRequest }[];
  problems: readonly string[];
};

/** Reads the entries of a policy; `region` is the country of numbers without one. */
type ReadFixed = (entries: readonly unknown[], region: string) => Promise<FixedPresets>;

/** The presets of this person, after those that an administrator has set. */
export interface PresetsStore {
  readonly presets: ReadonlySignal<readonly Preset[]>;
  readonly area: ReadonlySignal<PresetArea>;
  readonly done: ReadonlySignal<Done | undefined>;
  /** What of the administrator's presets was not understood. */
  readonly problems: ReadonlySignal<readonly string[]>;
  readonly loaded: Promise<void>;
  add(name: string, request: DialRequest): void;
  addAll(entries: readonly Omit<Preset, 'id'>[]): void;
  replace(preset: Preset): void;
  /** Moves it one place, into the next group where its own ends. */
  move(preset: Preset, by: -1 | 1): void;
  drop(preset: Preset, place: DropTarget): void;
  remove(preset: Preset): void;
}

/** Follows the stored presets, of whichever window or device changes them, until `stop` aborts. */
export function createPresetsStore(
  storage: PanelStorage,
  { policy, settings }: Pick<SettingsStore, 'policy' | 'settings'>,
  readFixed: ReadFixed,
  stop: AbortSignal,
): PresetsStore {
  const own = signal<readonly Preset[]>([]);
  const area = signal<PresetArea>({ name: 'sync' });
  const done = signal<Done>();
  const fixed = signal<FixedPresets>({ presets: [], problems: [] });
  const region = computed(() => settings.value.region);
  let reading: Promise<void> | undefined;
  const dispose = effect(() => {
    const mine = readFixed(policy.value.presets, region.value).then(
      (read) => {
        // The policy or the country may have changed meanwhile.
        if (reading === mine) fixed.value = read;
      },
      (error: unknown) => {
        fixed.value = { presets: [], problems: [String(error)] };
      },
    );
    reading = mine;
  });
  stop.addEventListener('abort', dispose, { once: true });

  const isLocked = computed(() => policy.value.locks.includes('presets'));

  const load = () =>
    readPresets(storage).then(
      (kept) =>
        batch(() => {
          own.value = kept.presets;
          area.value = kept.area;
        }),
      (error: unknown) => {
        done.value = { text: PRESET_STRINGS.notRead(errorText(error)) };
      },
    );
  storage.sync.watch(() => void load(), stop);
  storage.local.watch(() => void load(), stop);

  const change = (
    text: string,
    apply: (presets: readonly Preset[]) => readonly Preset[],
    undoable = true,
  ) => {
    if (isLocked.peek()) {
      done.value = { text: PRESET_STRINGS.locked };
      return;
    }
    const before = own.peek();
    updatePresets(storage, apply).then(
      (kept) =>
        batch(() => {
          own.value = kept.presets;
          area.value = kept.area;
          const undo = () => change(PRESET_STRINGS.undone, () => before, false);
          done.value = { text, undo: undoable ? undo : undefined };
        }),
      (error: unknown) => {
        done.value = {
          text: PRESET_STRINGS.notSaved(errorText(error)),
        };
      },
    );
  };
  const asPreset = (entry: Omit<Preset, 'id'>): Preset => ({ ...entry, id: crypto.randomUUID() });
  /** Says where it went, if that is another group. */
  const arrange = ({ id, name, group }: Preset, apply: (all: readonly Preset[]) => readonly Preset[]) => {
    const to = apply(own.peek()).find((each) => each.id === id)?.group;
    const { moved: here, movedTo, movedOut } = PRESET_STRINGS;
    change(to === group ? here(name) : to ? movedTo({ name, group: to }) : movedOut(name), apply);
  };

  return {
    presets: computed(() => [
      ...fixed.value.presets.map(
        (preset, index): Preset => ({ ...preset, id: `fixed-${index}`, fixed: true }),
      ),
      ...(isLocked.value ? [] : grouped(own.value)),
    ]),
    area,
    done,
    problems: computed(() => fixed.value.problems),
    loaded: Promise.all([load(), reading]).then(() => {}),
    add: (name, request) =>
      change(PRESET_STRINGS.saved(name), (all) => [...all, asPreset({ name, request })]),
    addAll: (entries) =>
      change(PRESET_STRINGS.imported(entries.length), (all) => [...all, ...entries.map(asPreset)]),
    replace: (preset) =>
      change(PRESET_STRINGS.saved(preset.name), (all) =>
        all.map((each) => (each.id === preset.id ? preset : each)),
      ),
    move: (preset, by) => arrange(preset, (all) => moved(all, preset.id, by)),
    drop: (preset, place) => arrange(preset, (all) => dropped(all, preset.id, place)),
    remove: (preset) =>
      change(PRESET_STRINGS.deleted(preset.name), (all) => all.filter(({ id }) => id !== preset.id)),
  };
}
