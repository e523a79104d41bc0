import { type Profiler, Session } from 'node:inspector';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How Vitest 4 writes them. */
const EXPORT_GETTER = /^\(\) => \{ try \{ return \w+ \} catch \{\} \}$/;

const session = new Session();

/** Starts to note which functions run, until `stopNoting`. */
export function startNoting(): void {
  session.connect();
  session.post('Debugger.enable');
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
}

export const stopNoting = (): void => session.disconnect();

/** Returns our files in which a function has run since the last call. */
export function filesThatRan(): string[] {
  let scripts: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    scripts = result;
  });
  const isOurs = ({ url }: Profiler.ScriptCoverage) => !/node:|node_modules|\/tests\//.test(url);
  return scripts
    .filter((script) => isOurs(script) && hasRun(script))
    .map(({ url }) => relative('.', url.startsWith('file:') ? fileURLToPath(url) : url))
    .toSorted();
}

function hasRun({ scriptId, functions }: Profiler.ScriptCoverage): boolean {
  let source = '';
  session.post('Debugger.getScriptSource', { scriptId }, (_error, { scriptSource }) => {
    source = scriptSource;
  });
  return functions.some(({ ranges: [range] }) => {
    if (!range?.count) return false;
    // The test runner has modules read each other through getters, which are none of ours.
    return !EXPORT_GETTER.test(source.slice(range.startOffset, range.endOffset));
  });
}
