import type { BrowserUnderTest } from '../harness/browser';

/** A way in which a page can have a meeting in it, and what the panel can know of it. */
export interface PageShape {
  name: string;
  /** What stands before the alias in Web App 3's address. */
  at?: string;
  /** The page around the meeting; without it Web App 3 is opened directly. */
  html?: (meeting: string, inner: (html: string) => Promise<string>) => string | Promise<string>;
  /** The way to the meeting's frame, from the page. */
  frames?: string[];
  /**
   * Whether the page shows that there is a meeting whose plugin has not been heard. Otherwise only a plugin
   * can.
   */
  isHidden?: boolean;
  /** Whether another shape differs in the address alone: it is a text, and the same to every browser. */
  isAddressOnly?: boolean;
  /** Firefox does not reliably hand the mouse events of a test into it. */
  isDeafToMouse?: boolean;
}

const OWN_PATH = '/sales/m/';
const RANDOM_PATH = '/webapp/conference?conference=';

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}</body>`;
const iframe = (src: string, id = ''): string =>
  `<iframe title="Frame" ${id && `id="${id}"`} src="${src}" width="600" height="400"></iframe>`;

/** A script that puts a frame into shadow roots, one inside the other. */
const shadow = (mode: 'open' | 'closed', depth: number, src: string): string => `<div id="host"></div><script>
  let root = document.querySelector('#host');
  for (let depth = 0; depth < ${depth}; depth++) {
    const host = depth ? root.appendChild(document.createElement('div')) : root;
    root = host.attachShadow({ mode: '${mode}' });
  }
  root.innerHTML = '${iframe(src)}';
</script>`;

export const PAGE_SHAPES: readonly PageShape[] = [
  { name: 'a frame with the id', html: (src) => page(iframe(src, 'webapp3')), frames: ['iframe'] },
  { name: 'a frame without an id', html: (src) => page(iframe(src)), frames: ['iframe'] },
  {
    name: 'a frame at a path of its own',
    at: OWN_PATH,
    html: (src) => page(iframe(src)),
    frames: ['iframe'],
  },
  {
    name: 'a frame at the address that Rocket.Chat makes',
    at: RANDOM_PATH,
    html: (src) => page(iframe(`${src}&join=1`)),
    frames: ['iframe'],
    isAddressOnly: true,
  },
  {
    name: 'a frame at a proxied path',
    at: '/video/webapp3/m/',
    html: (src) => page(iframe(src)),
    frames: ['iframe'],
    isAddressOnly: true,
  },
  {
    name: 'a frame in a sandbox',
    html: (src) =>
      page(iframe(src).replace('<iframe', '<iframe sandbox="allow-scripts allow-same-origin allow-forms"')),
    frames: ['iframe'],
  },
  { name: 'Web App 3 itself' },
  { name: 'Web App 3 itself, at a path of its own', at: OWN_PATH },
  { name: 'Web App 3 itself, at /webapp/', at: '/webapp/m/', isAddressOnly: true },
  { name: 'Web App 3 itself, at the address that Rocket.Chat makes', at: RANDOM_PATH, isAddressOnly: true },
  { name: 'an open shadow root', html: (src) => page(shadow('open', 1, src)), frames: ['iframe'] },
  { name: 'a closed shadow root', html: (src) => page(shadow('closed', 1, src)), frames: ['iframe'] },
  {
    name: 'a closed shadow root, at a path of its own',
    at: OWN_PATH,
    html: (src) => page(shadow('closed', 1, src)),
    frames: ['iframe'],
    isAddressOnly: true,
  },
  {
    name: 'a declarative shadow root',
    html: (src) => page(`<div><template shadowrootmode="open">${iframe(src)}</template></div>`),
    frames: ['iframe'],
  },
  { name: 'nested shadow roots', html: (src) => page(shadow('closed', 3, src)), frames: ['iframe'] },
  {
    name: 'an object',
    html: (src) => page(`<object data="${src}" type="text/html" width="600" height="400"></object>`),
    frames: ['object'],
    isDeafToMouse: true,
  },
  {
    name: 'an embed',
    html: (src) => page(`<embed src="${src}" type="text/html" width="600" height="400">`),
    frames: ['embed'],
    isDeafToMouse: true,
  },
  {
    name: 'a page of frames',
    html: (src) =>
      `<!doctype html><title>Page</title><frameset cols="1,*"><frame><frame id="main" src="${src}"></frameset>`,
    frames: ['#main'],
  },
  {
    name: 'a portal in a frame',
    html: async (src, inner) => page(iframe(await inner(page(iframe(src, 'webapp3'))), 'portal')),
    frames: ['#portal', '#webapp3'],
    isHidden: true,
  },
  {
    name: 'a portal in a frame, at a path of its own',
    at: OWN_PATH,
    html: async (src, inner) => page(iframe(await inner(page(iframe(src))), 'portal')),
    frames: ['#portal', 'iframe'],
    isHidden: true,
    isAddressOnly: true,
  },
];

/** The shapes that are tried in a browser: each structure in both, each address in Chromium. */
export const shapesIn = (browser: BrowserUnderTest['name']): readonly PageShape[] =>
  PAGE_SHAPES.filter(({ isAddressOnly }) => browser === 'chromium' || !isAddressOnly);
