/**
 * How the two documents of this plugin talk:
 *
 *   host.js, the hidden frame          owns the widget, was there when the meeting began
 *     ▲   │
 *     │   │  FromHiddenFrame
 *     │   ▼
 *   runtime.js, the widget's frame     runs the organization's plugins and shows their dialogs
 *        FromRuntime
 *
 * 1. runtime → host   hello           it listens now
 * 2. host → runtime   so-far          what the meeting has said before the runtime was there
 * 3. runtime → host   show, hide      a dialog is to be seen; the last one has closed
 * 4. host → runtime   closed          the user has closed the widget itself. Both name the count of dialogs
 *                                     opened so far: one that opens at that moment was not meant
 * 5. runtime → host   gone            its document is led elsewhere, or taken apart without end: the host
 *                                     adds the widget anew
 */
import type { SoFar } from './meeting/so-far';

export type FromRuntime = { type: 'hello' } | { type: 'show'; opened: number } | { type: 'hide' } | Gone;
/** `by` is the id of the plugin whose code ran last. */
type Gone = { type: 'gone'; by?: string | undefined };
export type FromHiddenFrame = { type: 'so-far'; soFar: SoFar } | { type: 'closed'; opened: number };

/** One end of the link. */
export interface RunnerLink<Out> {
  send(message: Out): void;
}

/**
 * The query parameter of runtime.html that names the link: one meeting of this browser must not hear
 * another.
 */
export const LINK_PARAMETER = 'link';

/**
 * Opens an end. Both documents have Web App 3's origin, so a channel of a random name reaches the other one
 * and nobody who has not been told it; Web App 3's own document is not touched.
 */
export function openLink<In, Out>(name: string, onMessage: (message: In) => void): RunnerLink<Out> {
  const channel = new BroadcastChannel(`classic-plugins:${name}`);
  // Only our own two scripts know the name, which the host has drawn at random.
  channel.onmessage = ({ data }: MessageEvent<In>) => onMessage(data);
  // A plugin that replaces the function later does not cut the link.
  const post = channel.postMessage.bind(channel);
  return { send: (message) => post(message) };
}
