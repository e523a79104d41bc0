import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DialRequest } from '../../protocol/dial-fields';
import type { PeerConnection } from '../../protocol/panel';
import type { StartSimulator } from '../../protocol/simulator';
import type { SiteAccess } from '../../settings/sites/access';
import type { PanelStorage } from '../../settings/storage/area';
import type { TabName } from '../../settings/tabs';
import type { AlertServices } from './alert-services';
import type { FollowedTabs } from './follow-tabs';
import type { LazyPresets } from './lazy-presets';
import type { NewPreset } from './naming';
import type { PanelMemory } from './panel-memory';
import type { SiteServices } from './site-services';
import type { PanelStore } from './store';
import type { TabReturn } from './tab-return';

/** The views of *Dial out*. */
export const DIAL_VIEWS = ['one', 'many'] as const;
/** The views of *Testing*. */
export const TESTING_VIEWS = ['log', 'tests'] as const;

/** Where notices about presets stand. */
export const AT_PRESETS = 'presets';

/** Where in the options a setting is that was missed in the panel. */
export type OptionsPage = 'options' | 'sites' | 'country' | 'limits' | 'chat' | 'history' | 'damaged';

/** What the document around the panel provides. Parts that are absent are not shown. */
export type PanelEnvironment = {
  storage: PanelStorage;
  /** Ends the panel and removes everything that it added. */
  signal: AbortSignal;
  /** Whether the document of the panel is on screen. A dock can be hidden. Default: always. */
  isOnScreen?: ReadonlySignal<boolean>;
  /** The panel stands in a page, which sees when it has the focus. Default: it does not. */
  isOnPage?: boolean;
  /**
   * Takes the focus from the page for the chat of a meeting, and calls `onTaken`, if the user has just
   * pressed the meeting’s Chat button. Absent where no window can take it.
   */
  takeFocus?: (meeting: string, onTaken: () => void) => void;
  openOptions?: (page?: OptionsPage) => void;
  openHelp?: () => void;
  /** Posts a message to a page that is framed here, if it is of this origin. */
  postToFrame?: (frame: HTMLIFrameElement, message: object, origin: string) => void;
  /** Starts the plugin simulator on the page beside the panel. */
  startSimulator?: StartSimulator;
  /** The version of the extension. */
  version?: string;
  /** What the browser reports about the site beside the panel. */
  loadSiteServices?: () => Promise<SiteServices>;
  /** Loads what asks the browser for permission, where it can be asked. */
  loadSiteAccess?: () => Promise<SiteAccess>;
  /** Loads what the panel before this one has left. Default: nothing is kept. */
  loadMemory?: () => Promise<PanelMemory>;
  /** Loads what shows notifications. */
  loadAlerts?: () => Promise<AlertServices>;
  /** Loads the way back into a page that was loaded again. */
  loadTabReturn?: () => Promise<TabReturn>;
  /**
   * Calls its listener when the user asks, from anywhere in the browser, to enter a destination, until
   * `signal` aborts.
   */
  onDestinationAsked?: (listener: () => void, signal: AbortSignal) => void;
};

/** What the views of the panel share. */
export type PanelContext = PanelEnvironment &
  FollowedTabs & {
    isOnScreen: ReadonlySignal<boolean>;
    connection: PeerConnection;
    store: PanelStore;
    presets: LazyPresets;
    tab: Signal<TabName>;
    /** The id of a person to whom *People* is to lead; it clears that once it has. */
    person: Signal<string | undefined>;
    /** The page was loaded again, and the browser wants the user to let the extension in once more. */
    isShutOut: Signal<boolean>;
    dialView: Signal<(typeof DIAL_VIEWS)[number]>;
    /** It is known what stands above the calls, so that they can be shown where they stay. */
    isSettled: Signal<boolean>;
    testingView: Signal<(typeof TESTING_VIEWS)[number]>;
    /** The preset for which the form asks a name. */
    newPreset: Signal<NewPreset | undefined>;
    /** The lines that are typed or pasted in *Many*. */
    lines: Signal<string>;
    /**
     * What stood there before lines were pasted into *Destination*, for as long as it can be brought back.
     */
    replacedLines: Signal<string | undefined>;
    /** What was chosen for lines that were opened in *Many*, until that has taken it over. */
    openedWith: Signal<{ [Name in 'protocol' | 'role']: DialRequest[Name] | undefined } | undefined>;
    /** Shows the form with a request in it. */
    fillForm(request: DialRequest): void;
  };
