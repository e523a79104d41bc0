import type { BrowserUnderTest, Surface } from '../harness/browser';

/** What moved in a document since the last time, from where to where. */
export type TakeShifts = () => Promise<string[]>;

/** The frames in which a window got another size, from when to when, as `noteSizes` keeps them. */
type Resized = [from: number, to: number][];

/**
 * For the beginning of a panel's script: notes in which frames the window has another size than before. A
 * browser opens its side panel narrower than it stays, and everything is laid out anew.
 */
export const NOTE_SIZES = `(${noteSizes})();`;

function noteSizes(): void {
  const resized: Resized = [];
  Reflect.set(window, 'resizedFrames', resized);
  addEventListener('resize', () => {
    const frame: Resized[number] = [performance.now(), Number.POSITIVE_INFINITY];
    resized.push(frame);
    // The first one is in the same frame, before it is laid out.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        frame[1] = performance.now();
      }),
    );
  });
}

/**
 * Records what moves in a document by itself. Chromium keeps a record of layout shifts. Firefox has none:
 * there, the places of all elements are compared from one frame to the next, by Chromium's rules.
 * @see https://wicg.github.io/layout-instability/
 */
export async function recordShifts(panel: Surface, name: BrowserUnderTest['name']): Promise<TakeShifts> {
  await panel.evaluate(name === 'chromium' ? readRecord : comparePlaces);
  return () => panel.evaluate(() => Reflect.get(window, 'takeShifts')());
}

/** Runs in the document, as do the others. */
function readRecord(): void {
  type Source = { node: Node | null; previousRect: DOMRect; currentRect: DOMRect };
  type Shift = PerformanceEntry & { sources: Source[] };
  const seen: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
  Reflect.set(window, 'takeShifts', async () => {
    // What has just changed moves with the next frame, and is in the record by the one after it.
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
    seen.push(...observer.takeRecords());
    const resized: Resized = Reflect.get(window, 'resizedFrames') ?? [];
    const isResized = ({ startTime }: Shift) =>
      resized.some(([from, to]) => startTime >= from && startTime < to);
    const shifts = (seen.splice(0) as Shift[]).filter((shift) => !isResized(shift));
    return shifts.flatMap(({ sources }) =>
      sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? node.outerHTML.slice(0, 100) : (node?.textContent ?? 'gone');
        return `${place(previousRect)} to ${place(currentRect)}: ${name}`;
      }),
    );
  });
}

function comparePlaces(): void {
  if (Reflect.get(window, 'takeShifts')) return;
  /** What is nearer than this to where it was has not moved. */
  const NEAR = 3;
  type Place = { x: number; y: number; left: number; top: number };
  const seen: string[] = [];
  let before = new Map<Element, Place>();
  let width = innerWidth;
  const placeOf = (element: HTMLElement): Place | undefined => {
    const { x, y, width, height, right, bottom } = element.getBoundingClientRect();
    const isOnScreen = right > 0 && bottom > 0 && x < innerWidth && y < innerHeight;
    const isShown = element.checkVisibility({ visibilityProperty: true });
    if (!isOnScreen || width === 0 || height === 0 || !isShown) return undefined;
    let [left, top] = [0, 0];
    for (let each: Element | null = element; each instanceof HTMLElement; each = each.offsetParent) {
      left += each.offsetLeft;
      top += each.offsetTop;
    }
    return { x, y, left, top };
  };
  const isFar = (from: number, to: number) => Math.abs(from - to) >= NEAR;
  const look = () => {
    const now = new Map<Element, Place>();
    // In another width everything is laid out anew, as while a browser opens its sidebar.
    if (width !== innerWidth) before = new Map();
    width = innerWidth;
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const place = element instanceof HTMLElement && placeOf(element);
      if (!place) continue;
      now.set(element, place);
      const old = before.get(element);
      // Not what was only scrolled, nor what stays on the screen while its page grows.
      const isMoved =
        old &&
        (isFar(old.x, place.x) || isFar(old.y, place.y)) &&
        (isFar(old.left, place.left) || isFar(old.top, place.top));
      if (isMoved)
        seen.push(`${[old.x, old.y]} to ${[place.x, place.y]}: ${element.outerHTML.slice(0, 100)}`);
    }
    before = now;
  };
  Reflect.set(window, 'takeShifts', async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
    look();
    return seen.splice(0);
  });
  const next = () => {
    look();
    requestAnimationFrame(next);
  };
  next();
}
