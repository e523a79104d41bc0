/**
 * Leaves out what is commented out, but for its lines; a scan, which takes addresses in texts for what they
 * are. It reads each sign once, since a plugin's source file may have any length.
 */
export function withoutComments(script: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = script.indexOf('/*'); start >= 0; start = script.indexOf('/*', from)) {
    const end = script.indexOf('*/', start + 2);
    if (end < 0) break;
    parts.push(script.slice(from, start), script.slice(start, end + 2).replace(/[^\n]/g, ' '));
    from = end + 2;
  }
  return [...parts, script.slice(from)].join('').replace(/(^|[^:"'`\\])\/\/.*$/gm, '$1');
}
