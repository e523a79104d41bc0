import { notOfStreams } from './obstacles';

/**
 * Methods that RxJS 5 had on every stream, and this host has not. Those that it has are in
 * streams/plugin-stream.ts.
 */
const GONE = [
  ...['mergeMap', 'flatMap', 'switchMap', 'switchMapTo', 'concatMap', 'exhaustMap', 'mapTo', 'pluck', 'scan'],
  ...[
    'withLatestFrom',
    'combineLatest',
    'merge',
    'startWith',
    'pairwise',
    'partition',
    'share',
    'shareReplay',
  ],
  ...['throttleTime', 'debounceTime', 'auditTime', 'sampleTime', 'delay', 'takeUntil', 'takeWhile', 'last'],
  ...['skip', 'skipWhile', 'skipUntil', 'distinct', 'distinctUntilKeyChanged', 'observeOn', 'publish', 'let'],
];
const CALL = new RegExp(String.raw`\.(${GONE.join('|')})\s*\(`, 'g');

/** How far before a call its statement is looked at: no chain that a person writes is longer. */
const STATEMENT = 1_000;
/** More sentences than that tell nobody more. */
const MOST = 20;

/** A sentence for each method that a script chains to a stream in vain, with its line. */
export function chainedInVain(script: string): string[] {
  const sentences = new Set<string>();
  let line = 1;
  let counted = 0;
  for (const { 1: name = '', index } of script.matchAll(CALL)) {
    if (!isOnStream(script.slice(Math.max(0, index - STATEMENT), index))) continue;
    line += script.slice(counted, index).split('\n').length - 1;
    counted = index;
    sentences.add(notOfStreams(name, line));
    if (sentences.size === MOST) break;
  }
  return [...sentences];
}

/** Whether what stands before a call is a stream: a name that ends in `$`, or a choice of actions. */
function isOnStream(before: string): boolean {
  const statement = before.slice(Math.max(...[';', '{', '}'].map((sign) => before.lastIndexOf(sign))) + 1);
  return /\$\s*(?:\.|$)|\.ofType\(/.test(statement) && !/\.pipe\(/.test(statement);
}
