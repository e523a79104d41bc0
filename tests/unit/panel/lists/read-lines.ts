import { readLines, type Target } from '../../../../panel/lists/lines';

/** What the form has chosen. */
export const DEFAULTS = { protocol: 'auto', role: 'GUEST', region: 'NO' } as const;
/** What is read of these lines. */
export const read = async (...lines: readonly string[]) =>
  (await readLines(lines.join('\n'), DEFAULTS)).targets;
/** Each name with its destination, and a mark at what can’t be dialed. */
export const brief = (targets: readonly Target[]) =>
  targets.map((each) =>
    'request' in each ? `${each.name} → ${each.request.destination}` : `✗ ${each.name}`,
  );
