/**
 * The namespaces in which plugins of this kind are spoken to. Envelope, rules and dial-out are the same in
 * both; everything that differs stands in this table.
 */
export const DIALECTS = {
  /** The seed document's, and this project's. */
  'external-chat': { prefix: 'pexip:plugin:external-chat/' },
  /** A later plugin's for the same job. It greets by itself and knows no `hello`. */
  videoconf: { prefix: 'rocketchat:videoconf/' },
} as const;

/** Every action of the seed document begins with this. */
export const PREFIX = DIALECTS['external-chat'].prefix;

export type Dialect = keyof typeof DIALECTS;

/** How `videoconf` names what the top window says; `false`: it has no such message. */
export const VIDEOCONF_HOST_NAMES: Readonly<
  Record<string, false | { name: string; fields: Readonly<Record<string, string>> }>
> = {
  hello: false,
  'toggle-chat-button-state': { name: 'chat-state', fields: {} },
  'toggle-chat-badge': { name: 'chat-unread', fields: { visible: 'unread' } },
};

/** The dialects of plugins; ours speaks the first and hears no other. */
export const ALL_DIALECTS = ['external-chat', 'videoconf'] as const satisfies readonly Dialect[];

/** Splits an action into the dialect and the name behind its prefix; `undefined` for any action of none of `dialects`. */
export function readAction(
  action: string,
  dialects: readonly Dialect[] = ALL_DIALECTS,
): { dialect: Dialect; name: string } | undefined {
  for (const dialect of dialects) {
    const { prefix } = DIALECTS[dialect];
    if (action.startsWith(prefix)) return { dialect, name: action.slice(prefix.length) };
  }
  return undefined;
}
