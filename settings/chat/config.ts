import { fields, list, Mismatch, type Of, oneOf, text, trimmedText, within } from '../../protocol/shape';
import { describeProblem } from '../../strings/describe-fault';
import { readManagedPolicy } from '../managed';
import type { PanelStorage } from '../storage/area';
import { readItem, updateItem } from '../storage/item';
import type { Item } from '../storage/stored-item';
import { originOfTemplate } from './template';

const LIMIT = 100;

/** A custom chat: on which site it is used, `*` for every other, and its address as a template. */
const customChat = fields({
  site: trimmedText(512),
  url: trimmedText(2048),
});

const shape = fields({
  /** Where the chat opens: laid over the page, or in the browser's side panel. */
  place: oneOf(['dock', 'panel']),
  chats: list(customChat, LIMIT),
  /** For {displayName} in the addresses. */
  displayName: text(256),
});

export type ChatConfig = Of<typeof shape>;
export type CustomChat = Of<typeof customChat>;

/** Where that is kept. */
export const CONFIG: Item<ChatConfig> = {
  key: 'chat',
  version: 1,
  shape,
  fallback: { place: 'dock', chats: [], displayName: '' },
  migrations: {},
};

/** What a person has set, and over it what an administrator has. */
export async function readConfig(storage: PanelStorage): Promise<{ own: ChatConfig; managed: Managed }> {
  const managed = await readManaged(storage);
  return { own: managed.isLocked ? CONFIG.fallback : await readItem(storage.local, CONFIG), managed };
}

/**
 * The chat for the pages of a site: the site's own before that of every site, an administrator's first of
 * all.
 */
export function chatFor(
  site: string,
  { own, managed }: { own: ChatConfig; managed: Managed },
): CustomChat | undefined {
  const all = [...managed.chats, ...own.chats];
  return all.find((chat) => chat.site === site) ?? all.find((chat) => chat.site === '*');
}

/** The sites of all chats that anybody has set. */
export async function readChatOrigins(storage: PanelStorage): Promise<string[]> {
  const { own, managed } = await readConfig(storage);
  return [...managed.chats, ...own.chats].flatMap(({ url }) => {
    const origin = originOfTemplate(url);
    return origin.ok ? [origin.value] : [];
  });
}

/** Changes what a person has set. */
export const changeConfig = (storage: PanelStorage, change: (config: ChatConfig) => ChatConfig) =>
  updateItem(storage.local, CONFIG, change);

/** Where the chat opens, and whether that is an administrator's to say. */
export type ChatLocation = { at: ChatConfig['place']; isManaged: boolean };

/** Where the chat opens by what both have set; the administrator comes first. */
export const chatLocationOf = ({ own, managed }: { own: ChatConfig; managed: Managed }): ChatLocation => ({
  at: managed.place ?? own.place,
  isManaged: managed.place !== undefined || managed.isLocked,
});

/** Reads where the chat opens. */
export const readChatLocation = async (storage: PanelStorage): Promise<ChatLocation> =>
  chatLocationOf(await readConfig(storage));

export type Managed = {
  place?: ChatConfig['place'];
  chats: readonly CustomChat[];
  /** Nobody has chats, a place or a name of their own. */
  isLocked: boolean;
  problems: readonly string[];
};

const managedFields = { place: oneOf(['dock', 'panel']), chats: list(customChat, LIMIT) };

async function readManaged(storage: PanelStorage): Promise<Managed> {
  const { chat: given } = await storage.managed.read();
  const isLocked = (await readManagedPolicy(storage)).locks.includes('chat');
  const problems: string[] = [];
  const part = <T>(
    name: keyof typeof managedFields,
    read: (value: unknown) => T | Mismatch,
  ): T | undefined => {
    const value: unknown = Reflect.get(Object(given), name);
    if (value === undefined) return undefined;
    const result = read(value);
    if (!(result instanceof Mismatch)) return result;
    const [first] = within(`chat.${name}`, result);
    if (first) problems.push(`${describeProblem(first)}.`);
    return undefined;
  };
  const place = part('place', managedFields.place);
  const chats = part('chats', managedFields.chats) ?? [];
  if (chats.length > 0) problems.push(...(await import('./managed-problems')).managedChatProblems(chats));
  return { ...(place && { place }), chats, isLocked, problems };
}
