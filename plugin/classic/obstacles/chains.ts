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

/** A sentence for each method that a script chains to a stream in vain, with its line. */
export function chainedInVain(script: string): string[] {
  const calls = [...script.matchAll(CALL)].filter(({ index }) => isOnStream(script.slice(0, index)));
  return [
    ...new Set(
      calls.map(({ 1: name = '', index }) => notOfStreams(name, script.slice(0, index).split('\n').length)),
    ),
  ];
}

/** Whether what stands before a call is a stream: a name that ends in `$`, or a choice of actions. */
function isOnStream(before: string): boolean {
  const statement = before.slice(Math.max(...[';', '{', '}'].map((sign) => before.lastIndexOf(sign))) + 1);
  return /\$\s*(?:\.|$)|\.ofType\(/.test(statement) && !/\.pipe\(/.test(statement);
}
