/**
 * How the peer behaves on a site. *Drive*: it answers the plugin, as the top window has to. *Watch*: the
 * page has a host of its own that answers; the peer listens, and sends only what the user sends.
 */
export const MODES = ['drive', 'watch'] as const;
export type Mode = (typeof MODES)[number];
