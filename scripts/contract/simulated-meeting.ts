import type { Frame, Page } from 'puppeteer-core';
import { errorText } from '../../protocol/error-text';

/**
 * The frames that the check knows: the simulated plugin, Web App 3 around it, and an unrelated frame beside
 * it.
 */
type FrameName = 'plugin' | 'meeting' | 'stranger';

/** A message that begins with this comes back to its frame: see `barrier`. */
const BARRIER = 'contract-barrier-';

/**
 * How long the page may take to load, and frames of ours: these always come, however busy the machine is. The
 * page's own answers have the time that the user gives them.
 */
const LOADS_WITHIN_MS = 60_000;

/** A message that a frame received. */
type RecordedMessage = { at: FrameName; data: unknown };

/**
 * Reports what a frame receives from others, and that it is there. `contractReport` is added by the check.
 */
const listener = (at: FrameName) => `<script>
  addEventListener('message', ({ data }) => {
    let json;
    try { json = JSON.stringify(data); } catch { json = 'null'; }
    contractReport('${at}', json ?? 'null');
  });
  contractReport('${at}', '');
</script>`;

const sandboxed = (at: FrameName) =>
  `<iframe name="contract-${at}" sandbox="allow-scripts" srcdoc="${listener(at).replaceAll('"', '&quot;')}"></iframe>`;

const MEETING = `<!doctype html><meta charset="utf-8"><title>Simulated meeting</title>${listener('meeting')}${sandboxed('plugin')}`;

/** A page whose meeting is simulated. */
export class SimulatedMeeting {
  /** Every message so far, in the order of arrival at its frame. */
  readonly received: RecordedMessage[] = [];
  /** Errors of the page's own scripts. */
  readonly errors: string[] = [];
  #loads: Record<FrameName, number> = { plugin: 0, meeting: 0, stranger: 0 };
  #wake = () => {};
  #barriers = 0;

  constructor(
    readonly page: Page,
    readonly waitMs: number,
  ) {}

  /** Puts the simulation in the place of every iframe whose address is a meeting's. */
  async install(isMeeting: (url: string) => boolean): Promise<void> {
    const { page } = this;
    await page.exposeFunction('contractReport', (at: FrameName, json: string) => {
      if (json === '') this.#loads[at] += 1;
      else this.received.push({ at, data: JSON.parse(json) });
      this.#wake();
    });
    page.on('pageerror', (error) => this.errors.push(errorText(error)));
    await page.evaluateOnNewDocument((mark) => {
      if (window !== window.top) return;
      // A function with a name of its own would call a helper of tsx that no page has.
      window.addEventListener(
        'message',
        (event) => {
          const { data, source } = event;
          if (typeof data !== 'string' || !data.startsWith(mark)) return;
          // A page may answer any text. This one is not part of the check.
          event.stopImmediatePropagation();
          // After what the page has answered to the messages before.
          setTimeout(() => source?.postMessage(data, { targetOrigin: '*' }));
        },
        { capture: true },
      );
    }, BARRIER);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isFrame = request.isNavigationRequest() && request.frame() !== page.mainFrame();
      if (isFrame && isMeeting(request.url()))
        void request.respond({ contentType: 'text/html; charset=utf-8', body: MEETING });
      else void request.continue();
    });
  }

  /** Waits for a condition about what was received, or until the time is over. */
  async waitFor(isThere: () => boolean, forMs = this.waitMs): Promise<boolean> {
    const end = performance.now() + forMs;
    while (!isThere()) {
      const left = end - performance.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return true;
  }

  /** Opens the page. Resolves with whether it shows a meeting, an answer's time after it has loaded. */
  async open(url: string): Promise<boolean> {
    let hasLoaded = false;
    this.page.once('load', () => {
      hasLoaded = true;
      this.#wake();
    });
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.waitFor(() => hasLoaded || this.#loads.plugin > 0, LOADS_WITHIN_MS);
    return this.waitFor(() => this.#loads.plugin > 0);
  }

  /** Sends messages from a frame to the top window. */
  async send(at: FrameName, ...messages: readonly unknown[]): Promise<void> {
    await this.#frame(at).evaluate((all) => {
      for (const message of all) window.top?.postMessage(message, '*');
    }, messages);
  }

  async reload(): Promise<void> {
    const times = this.#loads.plugin;
    await this.#frame('meeting')
      .evaluate(() => location.reload())
      // The answer can be lost with the document.
      .catch(() => {});
    await this.waitFor(() => this.#loads.plugin > times, LOADS_WITHIN_MS);
  }

  /** Waits until a frame has received what the page answers at once to everything that the frame has sent. */
  async barrier(at: FrameName): Promise<void> {
    this.#barriers += 1;
    const mark = BARRIER + this.#barriers;
    await this.send(at, mark);
    const isBack = () => this.received.some(({ data }) => data === mark);
    if (!(await this.waitFor(isBack, LOADS_WITHIN_MS)))
      throw new Error('The page stopped handling messages. It is busy, or it went to another URL.');
  }

  /** Adds an unrelated frame to the page, sends from it, and waits for what the page answers at once. */
  async sendFromStranger(message: unknown): Promise<void> {
    await this.page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html').querySelector('iframe');
      if (parsed) document.body.append(document.importNode(parsed, true));
    }, sandboxed('stranger'));
    await this.waitFor(() => this.#loads.stranger > 0, LOADS_WITHIN_MS);
    await this.send('stranger', message);
    await this.barrier('stranger');
  }

  #frame(at: FrameName): Frame {
    const plugin = (each: Frame) => each.name() === 'contract-plugin' && !each.detached;
    const found =
      at === 'meeting'
        ? this.page.frames().find((each) => each.childFrames().some(plugin))
        : this.page.frames().find((each) => each.name() === `contract-${at}` && !each.detached);
    if (!found) throw new Error(`The ${at} frame has left the page.`);
    return found;
  }
}
