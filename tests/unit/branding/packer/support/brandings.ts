import { type RawEntry, type RawZip, rawZip } from './raw-zip';

/** A branding that a customer may have, and what has to come of it. */
export interface Scenario {
  name: string;
  entries: RawEntry[];
  options?: RawZip;
  manifest: string;
  /** Where the plugin has to be afterwards. */
  folder: string;
  action: 'added' | 'replaced';
  /** The plugins that the manifest has to have afterwards, in order. */
  plugins: unknown[];
}

/** The standard entry, as our own bundle has it. */
const OUR_ENTRY = {
  id: 'external-chat',
  src: './plugins/external-chat/index.html',
  sandboxValues: [],
};

const OTHER = { id: 'clock', src: './plugins/clock/index.html' };
const clock = (folder: string): RawEntry[] => [
  { name: `${folder}plugins/clock/index.html`, content: '<script src="clock.js"></script>' },
  { name: `${folder}plugins/clock/clock.js`, content: 'registerPlugin({id: "clock", version: 0})' },
];
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';
/** Does not compress, as pictures do not. */
const PICTURE = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 2654435761) >>> 13);
const UNIX_TIME = Uint8Array.of(0x55, 0x54, 5, 0, 1, 0x10, 0x20, 0x30, 0x60);
const FOLDER = { attributes: ((0o40755 << 16) >>> 0) + 0x10, stored: true };

const lines = (text: string, newline = '\n', indent = '  ') =>
  text.replace(/^( +)/gm, (spaces) => indent.repeat(spaces.length / 2)).replaceAll('\n', newline);

/** The portal's own: no plugins yet, indented by tabs. */
const PORTAL = lines(
  `{
  "version": 0,
  "meta": { "name": "Example Hospital", "brandVersion": "7", "baseColor": "#3c5974" },
  "brandName": "Example Hospital",
  "images": {
    "logo": "./images/logo.svg"
  },
  "translations": { "en": "./en.json", "de": "./de.json" },
  "applicationConfig": { "hiddenFunctionality": [ "button-chat" ], "bandwidths": ["576", "1264", "2464"] },
  "futureField": { "kept": [1,2,   3], "null": null }
}
`,
  '\n',
  '\t',
);

/** As a Windows editor leaves it: byte order mark, CRLF, four spaces. */
const WINDOWS = `\uFEFF${lines(
  `{
  "version": 0,
  "plugins": [
    {
      "id": "clock",
      "src": "./plugins/clock/index.html"
    }
  ],
  "meta": {
    "name": "Example",
    "brandVersion": "n/a"
  }
}`,
  '\r\n',
  '    ',
)}`;

const MINIFIED = `{"version":1,"plugins":[${JSON.stringify(OTHER)}],"meta":{"name":"x","brandVersion":"n/a"},"\\u00fcnknown":"\\u00e9\\/"}`;

const OLD_OURS = lines(`{
  "version": 0,
  "plugins": [
    {
      "id": "external-chat",
      "src": "./plugins/external-chat/index.html?hostOrigins=https://chat.example.com,https://b.example.com",
      "sandboxValues": ["allow-popups"],
      "note": "asked for by the ward"
    },
    { "id": "clock", "src": "./plugins/clock/index.html" }
  ],
  "meta": { "name": "x", "brandVersion": "n/a" }
}
`);

const BRANDING_VARIANT = lines(`{
  "version": 0,
  "plugins": [{ "src": "branding/external-chat/index.html", "sandboxValues": [ "allow-same-origin" ] }]
}
`);

const EMPTY_LIST = lines(`{
  "plugins": [ ],
  "version": 0,
  "images": {"picture": "b\u00fchne.png"}
}
`);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a branding of the portal, with folders and Unix times, without a plugin',
    entries: [
      { name: 'webapp3/', ...FOLDER },
      { name: 'webapp3/branding/', ...FOLDER },
      { name: 'webapp3/branding/images/logo.svg', content: SVG, extra: UNIX_TIME, time: 0x5b31_1234 },
      { name: 'webapp3/branding/manifest.json', content: PORTAL, extra: UNIX_TIME },
      { name: 'webapp3/branding/en.json', content: '{"chat":"Chat"}', comment: 'from the agency' },
      { name: 'webapp3/branding/de.json', content: '{"chat":"Unterhaltung"}', attributes: 0 },
    ],
    manifest: 'webapp3/branding/manifest.json',
    folder: 'webapp3/branding/plugins/external-chat',
    action: 'added',
    plugins: [OUR_ENTRY],
  },
  {
    name: 'one packed on Windows in a stream, without the leading webapp3/, with another plugin',
    entries: [
      { name: 'branding/manifest.json', content: WINDOWS, streamed: true },
      ...clock('branding/').map((entry) => ({ ...entry, streamed: true })),
      { name: 'branding/background.png', content: PICTURE, stored: true, streamed: true },
    ],
    manifest: 'branding/manifest.json',
    folder: 'branding/plugins/external-chat',
    action: 'added',
    plugins: [OTHER, OUR_ENTRY],
  },
  {
    name: 'one with everything at its root, in one line, uncompressed, with a comment',
    entries: [
      ...clock(''),
      { name: 'manifest.json', content: MINIFIED, stored: true },
      { name: 'favicon.ico', content: PICTURE.slice(0, 777), stored: true },
    ],
    options: { comment: 'Example branding, do not change' },
    manifest: 'manifest.json',
    folder: 'plugins/external-chat',
    action: 'added',
    plugins: [OTHER, OUR_ENTRY],
  },
  {
    name: 'one with an older version of the plugin, its origins limited',
    entries: [
      { name: 'webapp3/branding/manifest.json', content: OLD_OURS },
      { name: 'webapp3/branding/plugins/external-chat/', ...FOLDER },
      {
        name: 'webapp3/branding/plugins/external-chat/index.html',
        content: '<script src="old.js"></script>',
      },
      { name: 'webapp3/branding/plugins/external-chat/old.js', content: '"external-chat loaded v0.0.9"' },
      ...clock('webapp3/branding/'),
    ],
    manifest: 'webapp3/branding/manifest.json',
    folder: 'webapp3/branding/plugins/external-chat',
    action: 'replaced',
    plugins: [
      {
        id: 'external-chat',
        src: './plugins/external-chat/index.html?hostOrigins=https://chat.example.com,https://b.example.com',
        sandboxValues: ['allow-popups'],
        note: 'asked for by the ward',
      },
      OTHER,
    ],
  },
  {
    name: 'one from before v37, its plugin without an id and in a folder branding/',
    entries: [
      { name: 'webapp3/branding/external-chat/index.html', content: '<script src="old.js"></script>' },
      { name: 'webapp3/manifest.json', content: BRANDING_VARIANT },
      { name: 'webapp3/logo.svg', content: SVG },
    ],
    manifest: 'webapp3/manifest.json',
    folder: 'webapp3/branding/external-chat',
    action: 'replaced',
    plugins: [
      {
        src: 'branding/external-chat/index.html',
        sandboxValues: ['allow-same-origin'],
        id: 'external-chat',
      },
    ],
  },
  {
    name: 'one with names that are not ASCII, and an empty list of plugins',
    entries: [
      { name: 'webapp3/branding/bühne.png', utf8: true, content: PICTURE },
      // "über.txt" in Latin-1, as an old packer writes it without saying so.
      { name: Uint8Array.of(...Buffer.from('webapp3/branding/\xfcber.txt', 'latin1')), content: 'x' },
      { name: './webapp3/branding/manifest.json', content: EMPTY_LIST },
      { name: 'webapp3/branding/empty.json' },
    ],
    manifest: 'webapp3/branding/manifest.json',
    folder: 'webapp3/branding/plugins/external-chat',
    action: 'added',
    plugins: [OUR_ENTRY],
  },
];

export const zipOf = ({ entries, options }: Scenario): Uint8Array => rawZip(entries, options);
