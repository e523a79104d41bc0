import type { Meeting } from '../../protocol/meeting';
import type { Mode } from '../../protocol/mode';
import type { Reach } from '../state/reach';
import type { Framing } from './framing';

/** The chat that the panel would frame. */
export type ChatFact =
  | { kind: 'meeting' }
  /** `reach` is `undefined` where its site has not answered in time. */
  | { kind: 'own'; url: string; reach: Reach | undefined }
  /** Its address is a template that leads nowhere. */
  | { kind: 'broken' }
  /** Its address needs what is not known of the meeting. */
  | { kind: 'waiting' }
  /** Its address would hold a value that leads elsewhere. */
  | { kind: 'unfit'; value: string };

/** What an administrator has decided, so that nobody can change it in the options. */
export type Fixed = 'chat' | 'sites' | 'mode';

/** Everything that the examination goes by, gathered at one moment. */
export type Facts = {
  /** Whether the extension's script is in the page, and speaks with this panel. */
  hasPeer: boolean;
  /** The tab's address, where the browser tells it; without access it does not. */
  address: string | undefined;
  /** Whether this browser keeps extensions out of its viewers of PDF and JSON files. */
  hasClosedViewers: boolean;
  isOtherVersion: boolean;
  /** Origin of the page. */
  site: string;
  mode: Mode;
  meeting: Meeting | undefined;
  /** Of Web App 3, by the page that embeds it. */
  framing: Framing;
  /** Messages of the protocol whose payload was wrong, since the page's peer began. */
  misshapen: number;
  chat: ChatFact;
  fixed: readonly Fixed[];
  /**
   * Whether the browser lets the extension into the page's site for good; `undefined` where it cannot be
   * asked.
   */
  mayStay: boolean | undefined;
  /** Of the extension. */
  version: string | undefined;
};
