/** Name of the port between a panel and a peer. */
export const PANEL_PORT = 'panel';

/** Name of the port between a panel and its stand-in for the plugin. */
export const STAND_IN_PORT = 'stand-in';

/** Scripts that a peer has brought beside it when they are first wanted. */
export const SIDE_SCRIPTS = ['dock-host', 'tracer'] as const;
export type SideScript = (typeof SIDE_SCRIPTS)[number];

/** Messages over `runtime`, beside the ports. */
export type Notice =
  /** background → the peer of a tab: are you there? Look around again, if so. */
  | { type: 'look-around' }
  /** peer → every open panel: I have just started in this tab. */
  | { type: 'peer-started' }
  /** lookout → background: this tab's page has a meeting, bring the peer. */
  | { type: 'meeting-found' }
  /** peer → background: bring this script, too. */
  | { type: 'script-wanted'; script: SideScript }
  /** peer → background: write this on the icon, for this tab. */
  | { type: 'icon'; text: string }
  /** background → the peer of a tab: the user wants the chat on, or off. */
  | { type: 'toggle-chat' }
  /** background → the panel of a window: the user wants to type a destination. */
  | { type: 'focus-destination'; windowId: number | undefined };

export const isNotice = (data: unknown, type: Notice['type']): boolean =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'type') === type;
