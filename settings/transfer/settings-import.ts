import { type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../../protocol/error-text';
import { readConfig } from '../chat/config';
import { originOfTemplate } from '../chat/template';
import { readManagedPolicy } from '../managed';
import { siteOf } from '../site';
import type { SiteAccess } from '../sites/access';
import { settle } from '../sites/sites';
import type { PanelStorage } from '../storage/area';
import { type Parts, readOwn, replaceOwn } from './own-settings';
import { readSettingsFile, writeSettingsFile } from './settings-file';
import { type Plan, planOf } from './settings-plan';

/** How far an import is. */
export type ImportState =
  | { name: 'refused'; problems: readonly string[] }
  /** `permissions`: sites of the file that the browser does not let the extension reach. */
  | { name: 'preview'; plan: Plan; permissions: readonly string[] }
  /** `isAllowed`: what the browser has answered, once it was asked. */
  | {
      name: 'done';
      changes: number;
      permissions: readonly string[];
      isAllowed?: boolean;
      undo(): Promise<void>;
    }
  | { name: 'undone' }
  | { name: 'failed'; why: string };

/** Export and import of everything that a person has set. */
export interface SettingsImport {
  /** `undefined` while there is no file. */
  readonly state: ReadonlySignal<ImportState | undefined>;
  /** Everything as the text of a file; `undefined` if it cannot be read, which the state then says. */
  write(): Promise<string | undefined>;
  /** Reads a file, and shows what it would change; changes nothing. */
  read(text: string): Promise<void>;
  refuse(problem: string): void;
  /** Does what the preview shows. */
  replace(): Promise<void>;
  cancel(): void;
  /** Asks for permissions for these sites. To be called in a click. */
  allow(sites: readonly string[]): Promise<void>;
}

/**
 * Makes the import; `access` is absent where there is no browser to ask. A preview follows the stores until
 * `stop` aborts.
 */
export function createSettingsImport(
  storage: PanelStorage,
  access: SiteAccess | undefined,
  stop: AbortSignal,
): SettingsImport {
  const state = signal<ImportState>();
  let given: Partial<Parts> | undefined;

  const fail = (error: unknown): undefined => {
    state.value = { name: 'failed', why: errorText(error) };
  };
  const settleSites = () =>
    access ? settle(storage, access).catch((error: unknown) => console.error(error)) : undefined;

  async function planned(file: Partial<Parts>): Promise<Plan> {
    const policy = await readManagedPolicy(storage);
    const { managed: chat } = await readConfig(storage);
    return planOf(file, await readOwn(storage), { policy, chat });
  }

  async function show(): Promise<void> {
    const file = given;
    if (!file) return;
    const plan = await planned(file);
    const permissions = await sitesWithoutPermission(plan.parts, access);
    // Another file may have been chosen, or this one be done with, in the meantime.
    if (given === file) state.value = { name: 'preview', plan, permissions };
  }
  const follow = () => void show().catch(fail);
  for (const area of [storage.local, storage.sync, storage.managed]) area.watch(follow, stop);

  return {
    state,
    write: () => readOwn(storage).then(writeSettingsFile, fail),
    async read(text) {
      // Nothing of the file before stays, whatever becomes of this one.
      given = undefined;
      state.value = undefined;
      const file = readSettingsFile(text);
      given = file.ok ? file.value : undefined;
      if (file.ok) await show().catch(fail);
      else state.value = { name: 'refused', problems: file.error };
    },
    refuse(problem) {
      given = undefined;
      state.value = { name: 'refused', problems: [problem] };
    },
    async replace() {
      const shown = state.peek();
      if (shown?.name !== 'preview') return;
      given = undefined;
      const { plan, permissions } = shown;
      try {
        const before = await replaceOwn(storage, plan.parts);
        const undo = async () => {
          try {
            await replaceOwn(storage, before);
            await settleSites();
            state.value = { name: 'undone' };
          } catch (error) {
            fail(error);
          }
        };
        await settleSites();
        state.value = { name: 'done', changes: plan.changes.length, permissions, undo };
      } catch (error) {
        fail(error);
      }
    },
    cancel() {
      given = undefined;
      state.value = undefined;
    },
    async allow(sites) {
      // Before anything is awaited: browsers ask only in a click.
      const isAllowed = (await access?.ask(sites)) ?? false;
      await settleSites();
      const shown = state.peek();
      if (shown?.name === 'done')
        state.value = { ...shown, isAllowed, permissions: isAllowed ? [] : shown.permissions };
    },
  };
}

/** The sites that these parts are for and that the browser does not let the extension reach. */
async function sitesWithoutPermission(
  parts: Partial<Parts>,
  access: SiteAccess | undefined,
): Promise<string[]> {
  if (!access) return [];
  const chats = (parts.chat?.chats ?? []).flatMap(({ url }) => {
    const origin = originOfTemplate(url);
    return origin.ok ? [siteOf(origin.value) ?? origin.value] : [];
  });
  const sites = [...new Set([...(parts.sites ?? []), ...chats])];
  const missing = await Promise.all(sites.map(async (site) => ((await access.has(site)) ? [] : [site])));
  return missing.flat();
}
