import { PARTICIPANT_PROPERTIES } from '../meeting/participant';
import { mutesDevices, waitedFor } from './actions';
import { replacedIn } from './built-ins';
import { chainedInVain } from './chains';
import { withoutComments } from './comments';
import {
  neverComes,
  notOfParticipants,
  notOfPexRtc,
  notOfPluginApi,
  OBSTACLES,
  obstacleOfLookup,
  PEXRTC_PARTS,
  STAGE_ID,
} from './obstacles';
import { ownNames } from './own-names';
import { withPlainNames } from './plain-names';

/** What becomes of a plugin's work in Web App 3: all of it, some of it, none. */
export type Outlook = 'whole' | 'part' | 'none';

/** What a source file is going to do, by a tolerant scan. */
export interface SourceOutlook {
  outlook: Outlook;
  /** A sentence for each thing that Web App 3 has no place for. */
  obstacles: string[];
}

type Obstacle = keyof typeof OBSTACLES;

const SIMPLE: readonly [Obstacle, RegExp][] = [
  ['media', /\bget(?:UserMedia|DisplayMedia)\b/],
  [
    'leaves',
    /(?:^|[^\w$.?]|\b(?:window|document|self|top|parent)\.)location(?:\.(?:href|search|pathname))?\s*=(?![=>])|\blocation\.(?:assign|replace|reload)\(/m,
  ],
  ['address', /\bhistory\.(?:pushState|replaceState|back|forward|go)\(/],
  ['windows', /\bwindow\.open\(|\btarget=["']_blank/],
  ['questions', /(?:^|[^\w$.]|\bwindow\.)(?:confirm|prompt)\(/m],
  [
    'shared',
    /\bObject\.prototype(?:\.\w+|\[[^\]]{1,100}\])\s*=(?!=)|\bdefineProperty\(\s*Object\.prototype\b/,
  ],
  // Another window's document is its own.
  ['document', /(?:^|[^\w$.]|\b(?:window|self|globalThis)\.)document\.(?:write|writeln|open)\(/m],
];

const LOOKUP =
  /\.(?:getElementById|querySelector(?:All)?|getElementsBy(?:ClassName|TagName))\(\s*(["'`])([^"'`]+)\1/g;
/** jQuery's look-up, and any other of that name. */
const SHORT_LOOKUP = /(?<![\w$.])(?:\$|jQuery)\(\s*(["'`])([^"'`<]+)\1/g;

/** The videos of Webapp2's page, where a script chooses one by its id. */
const VIDEO_ID = /(["'`])(?:main|selfview)-?video\1/i;
const looksUpByVariable = (script: string) => /\.(?:getElementById|querySelector)\(\s*[\w$]/.test(script);

/** The functions of the guides. */
const API =
  /^(?:registerPlugin|createNewState|sendRequest|openTemplateDialog|spotlightO(?:n|ff)Participant|dialOut|disconnectParticipant|(?:change|transform)ConferenceLayout|sendChatMessage)$/;

/** What shows for itself outside a plugin's own frame; calls of a PexRTC object are none of these. */
const CALLS =
  /(?<!rtc\.)\b(?:sendRequest|dialOut|transformConferenceLayout|changeConferenceLayout|sendChatMessage|disconnectParticipant|spotlightO(?:n|ff)Participant|request\w*Full[sS]creen)\b|\bsetParticipantText\b/i;
/** A connection of its own, or Webapp2's, which plugins look for by the name of its class. */
const CONNECTION = /\bnew\s+(?:window\.)?PexRTC\b|(["'`])PexRTC\1|\binstanceof\s+(?:window\.)?PexRTC\b/;
const NOTICE = /\.(?:innerHTML|innerText|textContent)\s*=|\balert\(/;
const DIALOG = /\bopenTemplateDialog\b/;

/**
 * Looks at a plugin's source file for what Web App 3 has no place for, and whether anything is left of its
 * work.
 */
export function outlookOf(source: string): SourceOutlook {
  const written = withoutComments(source);
  const script = withPlainNames(written);
  const found = new Set<Obstacle>(SIMPLE.flatMap(([name, pattern]) => (pattern.test(script) ? [name] : [])));
  const own = ownNames(script);
  for (const [, , what = ''] of [...script.matchAll(LOOKUP), ...script.matchAll(SHORT_LOOKUP)]) {
    const obstacle = isOwn(what, own) ? undefined : obstacleOfLookup(what);
    if (obstacle) found.add(obstacle);
  }
  if (looksUpByVariable(script) && VIDEO_ID.test(script)) found.add('video');
  if (mutesDevices(script)) found.add('devices');
  // The pictures that it would show there do not exist.
  if (found.has('video')) found.delete('windows');
  const foreign = partsOfPexRtc(script).filter((name) => !PEXRTC_PARTS.some((part) => part === name));
  if (CONNECTION.test(script)) found.add('connection');
  const obstacles = [
    // In their own order: what keeps a plugin from its work comes first.
    ...Object.entries(OBSTACLES).flatMap(([name, sentence]) =>
      found.has(name as Obstacle) ? [sentence] : [],
    ),
    ...replacedIn(script),
    ...foreign.map(notOfPexRtc),
    ...unknownCalls(script).map(notOfPluginApi),
    ...waitedFor(script).map(neverComes),
    // What the hooks of PexRTC are given is another thing, named above.
    ...(foreign.length > 0 ? [] : unknownProperties(script).map(notOfParticipants)),
    ...chainedInVain(written),
  ];
  if (obstacles.length === 0) return { outlook: 'whole', obstacles };
  const withoutEffect =
    !CALLS.test(script) &&
    !(DIALOG.test(script) && !found.has('video')) &&
    !(NOTICE.test(script) && foreign.length === 0 && !found.has('connection') && !found.has('video'));
  return { outlook: withoutEffect ? 'none' : 'part', obstacles };
}

/**
 * Whether a look-up is for something that the plugin makes by itself, or that this host has in Webapp2's
 * place.
 */
function isOwn(what: string, own: ReadonlySet<string>): boolean {
  const name = what.replace(/^[.#]/, '');
  return name === STAGE_ID || own.has(name);
}

/** What a script reads or sets of `PEX.pexrtc`, also by another name that it gives it. */
function partsOfPexRtc(script: string): string[] {
  const names = [
    ...script.matchAll(/(?<![\w$])([\w$]+)\s*=\s*(?:\(?window(?: as any)?\)?\.)?PEX\.pexrtc\s*[;,\n]/g),
  ];
  const aliases = ['pexrtc', ...names.map(([, name = '']) => name.replace(/\W/g, '\\$&'))];
  const parts = script.matchAll(new RegExp(String.raw`(?<![\w$])(?:${aliases.join('|')})\.(\w+)`, 'g'));
  return [...new Set([...parts].map(([, name = '']) => name))];
}

/**
 * What a script reads of a variable called participant and nobody has here; what it sets or calls is its
 * own.
 */
function unknownProperties(script: string): string[] {
  const read = [...script.matchAll(/(?<![\w$.])participant\.([a-z]\w*)\b(?!\s*(?:\(|=(?!=)))/g)];
  const names = read.map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !PARTICIPANT_PROPERTIES.some((known) => known === name));
}

/** What a script calls of the plugin API and the guides do not have. */
function unknownCalls(script: string): string[] {
  const calls = [...script.matchAll(/\bpluginAPI\.([A-Za-z]\w*)\s*\(/g)];
  return [...new Set(calls.map(([, name = '']) => name))].filter((name) => !API.test(name));
}
