import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DialRequest } from '../../protocol/dial-fields';
import type { PeerConnection } from '../../protocol/panel';
import type { StartSimulator } from '../../protocol/simulator';
import type { SiteAccess } from '../../settings/sites/access';
import type { PanelStorage } from '../../settings/storage/area';
import type { LazyPresets } from '../presets/lazy-presets';
import type { SiteServices } from './site-services';
import type { PanelStore } from './store';

/** The views of the panel, in the order of their tabs. */
export const TABS = ['dial', 'chat', 'lists', 'history', 'log', 'tests'] as const;
export type TabName = (typeof TABS)[number];

/** Where notices about presets stand. */
export const AT_PRESETS = 'presets';

/** What the views of the panel are made of. */
export type PanelParts = {
  store: PanelStore;
  presets: LazyPresets;
  storage: PanelStorage;
  tab: Signal<TabName>;
  connection: PeerConnection;
  /** Whether the document that the panel is in is on screen; a dock may be put away. */
  isOnScreen: ReadonlySignal<boolean>;
  /** The lines that are typed or pasted in *Lists*. */
  lines: Signal<string>;
  /** Ends what a view has begun. */
  signal: AbortSignal;
  /** Shows the form with a request in it. */
  fillForm(request: DialRequest): void;
  /** Says something to a page that is framed here, if it is of this origin; absent on a plain page. */
  postToFrame: ((frame: HTMLIFrameElement, message: object, origin: string) => void) | undefined;
  /** Starts the plugin simulator, where the panel can. */
  startSimulator: StartSimulator | undefined;
  /** Of the extension, where the panel is one's. */
  version: string | undefined;
  /** What the browser tells about the site beside the panel; absent on a plain page. */
  siteServices: SiteServices | undefined;
  /** Opens the options, where there are any. */
  openOptions: (() => void) | undefined;
  openHelp: (() => void) | undefined;
  /** Loads what asks the browser for permission, where it can be asked. */
  loadSiteAccess: (() => Promise<SiteAccess>) | undefined;
};
