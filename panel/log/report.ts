import { directionOf, type LogLine } from './entry';
import { entriesOf, type Session } from './session';

/** So many messages are in a report; a session has them all. */
const LAST = 50;
const LONGEST = 200;

/** Of an address, what says where it is and nothing that may be a secret: no query, no fragment, no user. */
export function plainUrl(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** In a table a bar would end the cell, and a backtick its code. */
const cell = (value: string) => value.replaceAll('|', '\\|').replaceAll('`', 'ʼ').replaceAll(/\s+/g, ' ');

/**
 * A bug report in Markdown: what runs, how long answers took, and the last messages. It is for people who
 * speak English to each other, so it is not translated.
 */
export function reportOf(session: Session): string {
  const log = entriesOf(session);
  const plugins = session.meetings.map((meeting, index) => {
    const plugin: unknown = Reflect.get(meeting, 'plugin');
    const of = (name: string) => JSON.stringify(Reflect.get(Object(plugin), name) ?? null);
    const origin = plainUrl(String(Reflect.get(meeting, 'origin') ?? '')) || 'not known';
    return `- Meeting ${index + 1}: ${origin}, plugin ${of('name')}, version ${of('version')}, features ${of('features')}`;
  });
  const dropped = Object.entries(session.dropped).map(([reason, count]) => `${reason} ${String(count)}`);
  return [
    '# External Chat: what was said on the page',
    '',
    `- Extension: ${session.extension || 'not known'}`,
    `- Browser: ${session.browser}`,
    `- Page: ${plainUrl(session.site) || 'none'}, ${session.mode}`,
    ...plugins,
    `- Dropped since the page was loaded: ${dropped.join(', ') || 'nothing'}`,
    `- Written: ${new Date(session.at).toISOString()}${session.masked ? '' : ', with addresses and names'}`,
    '',
    '## Times',
    '',
    ...timings(log),
    '',
    `## The last ${Math.min(LAST, log.length)} of ${log.length} messages`,
    '',
    '| time | | name | result | frame | origin | payload |',
    '|---|---|---|---|---|---|---|',
    ...log.slice(-LAST).map(rowOf),
    '',
  ].join('\n');
}

const ARROWS = { in: '→ page', out: '→ plugin', asked: 'panel' };

function rowOf(entry: LogLine): string {
  const { at, name, verdict, frame, origin, data } = entry;
  const short = data.length > LONGEST ? `${data.slice(0, LONGEST)}…` : data;
  const where = frame === undefined ? 'not of this page' : ['top', frame].filter(Boolean).join(' › ');
  const cells = [
    new Date(at).toISOString().slice(11, 23),
    ARROWS[directionOf(entry)],
    name,
    verdict,
    where,
    origin,
  ];
  return `| ${cells.map(cell).join(' | ')} | \`${cell(short)}\` |`;
}

function timings(log: readonly LogLine[]): string[] {
  const times = new Map<string, number[]>();
  for (const { name, roundTrip } of log) {
    if (roundTrip !== undefined) times.set(name, [...(times.get(name) ?? []), roundTrip]);
  }
  if (times.size === 0) return ['No question was answered.'];
  return [...times].map(([name, each]) => {
    const sorted = each.toSorted((a, b) => a - b);
    const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
    return `- \`${cell(name)}\` came ${sorted.length} times after its question: median ${at(0.5)} ms, at most ${at(1)} ms`;
  });
}
