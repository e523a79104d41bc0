import type { Call } from '../../../../protocol/meeting';
import { all, aMeeting, openPanel, START, the } from '../fixture';

export const JOINED = { name: 'joined', at: START } as const;
export const FAILED = { name: 'failed', message: 'no route to this address', at: START } as const;

export const rows = () => all('listitem', undefined, the('list', 'Calls'));
/** The text in a part of a call’s row. */
export const read = (row: Element | undefined, part: string) => row?.querySelector(`.${part}`)?.textContent;
/** Who is called, and what has become of it. */
export const states = () => rows().map((row) => [read(row, 'destination'), read(row, 'state')]);

/** Opens a panel in a meeting with these calls. */
export async function show(...calls: Call[]) {
  const panel = openPanel();
  await panel.receive(aMeeting({ calls }));
  return panel;
}
