import type { Mode } from '../protocol/mode';
import type { Conversations } from './chat';
import type { Entry, Meetings } from './meetings';
import type { Panels } from './panels';
import type { Step } from './step';
import type { Trace } from './trace';
import type { Voice } from './voice';

/** What the peer has, as its desk works with it. */
export interface Floor {
  /** How the peer behaves on this site, and where a change of that is kept. */
  mode: Mode;
  keepMode(mode: Mode): void;
  readonly meetings: Meetings;
  readonly conversations: Conversations;
  readonly trace: Trace;
  readonly voice: Voice;
  readonly panels: Panels;
  /** Makes a step: the meeting is so from now on, and its plugin is told what it has to be told. */
  take(entry: Entry, step: Step): void;
  /** The state has changed: dock, icon and panels follow. */
  changed(): void;
}
