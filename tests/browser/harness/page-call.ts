interface Outcome {
  value?: unknown;
  error?: { message: string; stack: string };
}

/**
 * Source text that calls `fn` in another document and resolves with the outcome as JSON. Text and not a
 * function object, because both browsers take text, and because it must carry what build tools leave behind
 * in `fn`.
 */
export function pageCall(fn: string, args: unknown[]): string {
  const json = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
  // tsx compiles with esbuild's keepNames, which calls a helper __name in every function that has inner
  // functions.
  return `(async () => {
    const __name = (target) => target;
    try {
      return JSON.stringify({ value: await (${fn})(${json}) });
    } catch (error) {
      return JSON.stringify({ error: { message: String(error), stack: String(error?.stack ?? '') } });
    }
  })()`;
}

/** Reads what `pageCall` resolved with; throws what `fn` threw. */
export function pageResult(json: unknown): unknown {
  if (typeof json !== 'string') throw new Error('The document went away before it answered.');
  const outcome = JSON.parse(json) as Outcome;
  if (outcome.error) {
    throw new Error(`In the document: ${outcome.error.message}`, { cause: outcome.error.stack });
  }
  return outcome.value;
}
