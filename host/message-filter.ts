/**
 * Who the plugin is: which window messages count as its own, and where answers go. The host library and the
 * extension's peer both decide with this file. The order puts the cheapest check first:
 *
 *   source   a frame in which a plugin can be, and no other frame there is the plugin already
 *   name     one of the protocol's messages
 *   shape    … with a payload that is right
 *   origin   the meeting's, or opaque inside the meeting
 *   rate     no more than a person could cause, unless the answer is awaited
 */
import type { PluginMessage } from '../protocol/messages';
import type { Drop } from '../protocol/trace';
import type { Dialect, Parsed } from '../protocol/wire';

/**
 * The window that the plugin last sent from, its origin at that moment, the target origin of messages to it,
 * and its namespace.
 */
export type Endpoint = { source: Window; origin: string; targetOrigin: string; dialect: Dialect };

/** What is known about the meeting from which a message comes. */
export type Scope = {
  /** The frame that is the plugin so far. */
  current: Endpoint | undefined;
  /** The meeting's origin, where it is known. */
  origin: string | undefined;
  /** Whether the sender is inside Web App 3, where an opaque origin is a sandboxed plugin's. */
  isInside: boolean;
  /** Whether this message has to pass any flood. */
  isAwaited?(message: PluginMessage): boolean;
};

/** `path` leads from the root down to the sender; `parsed` is set as soon as the message was read. */
type FilterResult<S extends Scope> = {
  path?: readonly Window[] | undefined;
  parsed?: Parsed<PluginMessage> | undefined;
} & (
  | { accepted: true; message: PluginMessage; endpoint: Endpoint; scope: S }
  | { accepted: false; reason: Drop }
);

/**
 * Creates the filter of messages from the frames in `root()`. It counts the messages of each source.
 * `scopeAt` returns what is known where a path leads, or `undefined` where no plugin can be.
 */
export function createMessageFilter<S extends Scope>(
  root: () => Window | null,
  // Passed in: the detector uses other functions of this file, and must not carry the shapes of all messages.
  parse: (data: unknown) => Parsed<PluginMessage>,
  scopeAt: (path: readonly Window[], endpoint: Endpoint) => S | undefined,
): (event: MessageEvent<unknown>) => FilterResult<S> {
  const allows = createRateLimit();
  return ({ isTrusted, source, data, origin }) => {
    const from = root();
    // Any script can dispatch an event with a source and origin of its choice.
    const path = isTrusted && from ? framePath(source, from) : undefined;
    let parsed: Parsed<PluginMessage> | undefined;
    const drop = (reason: Drop): FilterResult<S> => ({ accepted: false, reason, path, parsed });
    if (!path || !from) return drop('source');
    parsed = parse(data);
    if (!parsed.ok) return drop(parsed.reason);
    const { dialect, message } = parsed;
    // An opaque origin can't be named as a target. A source that passes this filter keeps its window if it is
    // navigated elsewhere: '*' can reach only the same sandbox.
    const targetOrigin = origin === 'null' ? '*' : origin;
    const endpoint: Endpoint = { source: path.at(-1) ?? from, origin, targetOrigin, dialect };
    const scope = scopeAt(path, endpoint);
    if (!scope) return drop('source');
    // Web App 3 has other plugins beside ours. The first that sends stays the plugin while its frame exists.
    const taken = scope.current?.source;
    if (taken && taken !== endpoint.source && framePath(taken, from)) return drop('source');
    if (!isMeetingOrigin(origin, scope)) return drop('origin');
    if (!scope.isAwaited?.(message) && !allows(endpoint.source)) return drop('rate');
    return { accepted: true, message, endpoint, scope, path, parsed };
  };
}

/**
 * Returns the path from a window down to the frame that sent a message, the window excluded: `[…, source]`.
 * The path is empty if the source is the window itself, and `undefined` if the source is not inside that
 * window (another tab, a popup, a frame beside it, or a removed frame). `.parent` can be read across origins.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-objects
 */
export function framePath(source: MessageEventSource | null, root: Window): Window[] | undefined {
  const path: Window[] = [];
  // A port or worker has no parent, and the parent of a removed frame is null. `instanceof Window` would fail
  // for a window of another realm, as every frame's window is.
  for (let frame = source as Window | null; frame !== root; frame = frame.parent) {
    // A top-level window is its own parent.
    if (!frame || frame.parent === frame) return undefined;
    path.unshift(frame);
  }
  return path;
}

/** Until the meeting's origin is known, the first message settles it. */
const isMeetingOrigin = (origin: string, { origin: expected, isInside }: Scope): boolean =>
  origin === 'null' ? isInside : expected === undefined || origin === expected;

/**
 * Addresses of Web App 3: `/webapp3/…` and `/webapp/…` at any depth, and its routes below a Web App Path of
 * the administrator's choice (`/sales/m/alias`). Addresses below `branding/` are those of its plugins.
 * Parsing the address would cost more than all other checks.
 */
const WEBAPP3 =
  /^https?:\/\/[^/?#]+(?![^?#]*\/branding\/)(?:[^?#]*\/webapp3?(?:[/?#]|$)|\/[^/?#]+\/(?:m\/[^/?#]+|express|step-by-step|conference\?(?:.*&)?conference=))/;

/** Whether an address looks like one of Web App 3's. It is a hint: any site can have such a path. */
export const isWebApp3 = (url: string): boolean => WEBAPP3.test(url);

/** Returns the origin in the address of Web App 3. Any other address can redirect to another origin. */
export const originOfAddress = (url: string): string | undefined =>
  WEBAPP3.test(url) ? new URL(url).origin : undefined;

/**
 * Messages that one source can send at once, and how long each takes to be allowed again. A person can't
 * press a button as fast.
 */
const BURST = 100;
const EACH_MS = 20;

/**
 * Counts what each source has sent lately. The returned function takes one message from the source's
 * allowance, or returns false.
 */
function createRateLimit(): (source: object) => boolean {
  /** When each source has its whole allowance again. */
  const wholeAt = new WeakMap<object, number>();
  return (source) => {
    const now = performance.now();
    const at = Math.max(now, wholeAt.get(source) ?? 0);
    const allowed = at - now <= (BURST - 1) * EACH_MS;
    if (allowed) wholeAt.set(source, at + EACH_MS);
    return allowed;
  };
}
