import { Channel } from '@pexip/plugin-api';
import type { HostedFrame } from '../ui/frames';

/** A plugin or widget that has said `syn` and was accepted. */
export interface Registration {
  frame: HostedFrame;
  channel: Channel;
  chanId: string;
  /** The document that registered has fired its load event. */
  hasLoaded: boolean;
}

/**
 * How long a second `syn` waits for the load event that would prove a reload. A plugin that is refused does
 * not ask again, and on a busy machine the event takes its time.
 */
const RELOAD_MS = 10_000;

/**
 * Makes the way back to a plugin. Pexip's `Channel` listens to the window too and reads `evt.data.chanId`,
 * which throws on a message whose data is null. A host only sends through it, so its listener is taken off
 * again.
 */
export function openChannel(target: Window, chanId: string): Channel {
  const channel = new Channel(target, chanId);
  channel.unregister();
  return channel;
}

/**
 * Who is registered, at most once for each frame.
 *
 * A reloaded frame must register again, while a document that registers twice is refused. Both look alike:
 * the same window says `syn` once more. What tells them apart is the frame's load event, which a new document
 * fires and an old one does not.
 */
export class Registrations {
  readonly #byFrame = new Map<HostedFrame, Registration>();
  readonly #loaded = new WeakSet<HostedFrame>();
  readonly #waiting = new Map<HostedFrame, (isReload: boolean) => void>();
  readonly #onGone: (frame: HostedFrame) => void;

  /** @param onGone a registered document is gone, by a reload */
  constructor(onGone: (frame: HostedFrame) => void) {
    this.#onGone = onGone;
  }

  get all(): Registration[] {
    return [...this.#byFrame.values()];
  }

  of(frame: HostedFrame): Registration | undefined {
    return this.#byFrame.get(frame);
  }

  /** Watches a frame for reloads. To be called before the frame is in the page. */
  watch(frame: HostedFrame): void {
    frame.iframe.addEventListener('load', () => {
      this.#loaded.add(frame);
      const registration = this.#byFrame.get(frame);
      const isReload = registration?.hasLoaded === true;
      if (registration) registration.hasLoaded = true;
      if (isReload) this.drop(frame);
      this.#waiting.get(frame)?.(isReload);
    });
  }

  /** Whether no other plugin is registered under the id of this one. */
  isFree(frame: HostedFrame): boolean {
    if (frame.isWidget) return true;
    return !this.all.some(
      ({ frame: other }) => other !== frame && !other.isWidget && other.pluginId === frame.pluginId,
    );
  }

  /** Whether this frame may register now; waits for a reload to show itself if it is registered already. */
  async mayRegister(frame: HostedFrame): Promise<boolean> {
    if (!this.#byFrame.has(frame)) return true;
    if (this.#waiting.has(frame)) return false;
    const isReload = await new Promise<boolean>((resolve) => {
      this.#waiting.set(frame, resolve);
      window.setTimeout(resolve, RELOAD_MS, false);
    });
    this.#waiting.delete(frame);
    return isReload;
  }

  add(frame: HostedFrame, target: Window, chanId: string): Registration {
    const channel = openChannel(target, chanId);
    const registration = { frame, channel, chanId, hasLoaded: this.#loaded.has(frame) };
    this.#byFrame.set(frame, registration);
    return registration;
  }

  drop(frame: HostedFrame): void {
    if (this.#byFrame.delete(frame)) this.#onGone(frame);
  }
}
