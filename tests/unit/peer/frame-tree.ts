/**
 * A page's tree of frames as a content script sees it: windows with nothing but `parent`, indexed children
 * and `postMessage`, and a document that knows its own iframes only.
 */
export class FakeWindow {
  readonly heard: { data: unknown; target: string }[] = [];
  readonly children: FakeWindow[] = [];
  parent: FakeWindow | null;
  [index: number]: FakeWindow;

  constructor(parent?: FakeWindow) {
    this.parent = parent ?? this;
    if (parent) {
      parent[parent.children.length] = this;
      parent.children.push(this);
    }
  }

  get length(): number {
    return this.children.length;
  }

  postMessage(data: unknown, target: string): void {
    this.heard.push({ data: structuredClone(data), target });
  }

  /** The frame is removed: its window outlives it, without a parent. */
  remove(): this {
    this.parent = null;
    return this;
  }
}

export interface FakeIframe {
  localName: string;
  id: string;
  src: string;
  isConnected: boolean;
  addEventListener(): void;
  getRootNode(): object;
  compareDocumentPosition(other: FakeIframe): number;
  contentWindow: FakeWindow;
}

/** The top window of a page at `href`; one that a site has written there has the origin of that site. */
export class FakeTop extends FakeWindow {
  readonly iframes: FakeIframe[] = [];
  readonly location: URL;
  readonly history = { length: 1 };
  readonly document: { querySelectorAll(): FakeIframe[]; activeElement?: { localName: string } } = {
    querySelectorAll: () => this.iframes,
  };
  /** Whether the user has just pressed something on the page or in a frame of it. */
  readonly navigator = { userActivation: { isActive: false } };

  readonly origin: string;

  constructor(href = 'https://portal.example.com/', origin = new URL(href).origin) {
    super();
    this.location = new URL(href);
    this.origin = origin;
  }

  iframe(src: string, id = ''): FakeIframe {
    const frame: FakeIframe = {
      localName: 'iframe',
      id,
      src,
      isConnected: true,
      addEventListener() {},
      getRootNode: () => this.document,
      compareDocumentPosition: (other: FakeIframe) =>
        this.iframes.indexOf(other) > this.iframes.indexOf(frame) ? 4 : 2,
      contentWindow: new FakeWindow(this),
    };
    this.iframes.push(frame);
    return frame;
  }
}

/** The fake as what the code under test takes; it uses no more of a window than the fake has. */
export const asWindow = (fake: FakeWindow): Window => fake as unknown as Window;
