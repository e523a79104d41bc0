import { replacesShared } from './obstacles';

/** What every script of a page is made of, the host's too. No plugin calls anything of its own so. */
export const LANGUAGE: readonly string[] = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Date', 'Error', 'Function', 'Intl', 'JSON'],
  ...['Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp', 'Set'],
  ...['String', 'Symbol', 'SyntaxError', 'TypeError', 'Uint8Array', 'WeakMap', 'WeakRef', 'WeakSet'],
  'console',
];

/** Functions of the window, for which the same holds. */
export const FUNCTIONS: readonly string[] = [
  ...['fetch', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'queueMicrotask'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'structuredClone', 'parseInt', 'parseFloat', 'isNaN'],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI'],
];

/** Parts of the browser that plugins share, with the methods of theirs that plugins are known to wrap. */
const WRAPPED: Readonly<Record<string, string>> = {
  BroadcastChannel: 'postMessage close',
  Document: 'createElement createElementNS createRange getElementById querySelector querySelectorAll',
  DocumentFragment: '',
  DOMParser: 'parseFromString',
  DOMTokenList: 'add remove toggle contains',
  Element: 'append attachShadow closest getAttribute matches querySelector remove setAttribute',
  Event: 'preventDefault stopImmediatePropagation stopPropagation',
  EventTarget: 'addEventListener dispatchEvent removeEventListener',
  Headers: 'append get set',
  HTMLElement: 'click focus',
  MessageChannel: '',
  MessageEvent: '',
  MessagePort: 'postMessage',
  MutationObserver: 'observe disconnect',
  Node: 'appendChild cloneNode contains insertBefore removeChild replaceChild',
  Range: '',
  Request: '',
  ResizeObserver: 'observe disconnect',
  Response: 'arrayBuffer blob json text',
  Storage: 'getItem removeItem setItem',
  TextDecoder: 'decode',
  TextEncoder: 'encode',
  URL: 'toString',
  URLSearchParams: 'append get getAll has set',
  XMLHttpRequest: 'abort open send setRequestHeader',
  XMLSerializer: 'serializeToString',
};

export const BROWSER: readonly string[] = Object.keys(WRAPPED);

const OF_WINDOW = String.raw`(?:(?:window|self|globalThis)\.)?`;
const OWNERS = [...LANGUAGE, ...BROWSER].join('|');
const GLOBALS = [...LANGUAGE, ...FUNCTIONS, ...BROWSER].join('|');
const SETS = String.raw`\s*=(?![=>])`;

const MEMBER = new RegExp(
  String.raw`(?<![\w$.])${OF_WINDOW}((?:${OWNERS})(?:\.prototype)?\.[A-Za-z]\w*)${SETS}`,
  'g',
);
const GLOBAL = new RegExp(String.raw`(?<![\w$.])(?:window|self|globalThis)\.(${GLOBALS})${SETS}`, 'g');
/** At the beginning of a statement: elsewhere it is a variable or a property of the plugin's own. */
const BARE = new RegExp(
  String.raw`(?:^|[;{}])[^\S\n]{0,200}(${[...LANGUAGE, ...FUNCTIONS].join('|')})${SETS}`,
  'gm',
);
const DEFINED = new RegExp(
  String.raw`\bdefineProperty\(\s*${OF_WINDOW}((?:${OWNERS})(?:\.prototype)?)\s*,\s*["'](\w+)["']`,
  'g',
);

/** A sentence for each part of the language or the browser that a script replaces for all plugins. */
export function replacedIn(script: string): string[] {
  const names = new Set([
    ...[MEMBER, GLOBAL, BARE].flatMap((pattern) =>
      [...script.matchAll(pattern)].map(([, name = '']) => name),
    ),
    ...[...script.matchAll(DEFINED)].map(([, owner = '', name = '']) => `${owner}.${name}`),
  ]);
  return [...names].filter((name) => isThere(name) && !isTestedFor(name, script)).map(replacesShared);
}

/** Not kept: one belongs to each class, the other is of servers alone. */
const UNKEPT = ['constructor', 'prepareStackTrace'];

/** Whether every browser of today has it: what is added is nobody's loss. */
function isThere(name: string): boolean {
  const path = name.split('.');
  const [owner = '', ...rest] = path;
  const member = rest.at(-1);
  if (member === undefined) return true;
  // A file is looked at where there is no browser, too.
  const methods = WRAPPED[owner];
  if (methods !== undefined) return methods.split(' ').includes(member);
  const value = path.reduce<unknown>((holder, key) => Reflect.get(Object(holder), key), globalThis);
  return typeof value === 'function' && !UNKEPT.includes(member);
}

/** Whether a script sets it only where it is missing. */
function isTestedFor(name: string, script: string): boolean {
  const dotted = `${OF_WINDOW}${name.replaceAll('.', '\\.')}`;
  const [, holder = '', member = ''] = /^(.*)\.(\w+)$/.exec(name) ?? [];
  const isIn = `!\\s*\\(\\s*["']${member}["']\\s+in\\s+${OF_WINDOW}${holder.replaceAll('.', '\\.')}`;
  const tests = [
    String.raw`!\s*${dotted}(?![\w$.])`,
    String.raw`typeof\s+${dotted}\s*(?:!==?\s*["']function|===?\s*["']undefined)`,
    String.raw`(?<![\w$.])${dotted}\s*(?:\|\||\?\?|===?\s*(?:undefined|null|void))`,
    ...(member ? [isIn] : []),
  ];
  return new RegExp(tests.join('|')).test(script);
}
