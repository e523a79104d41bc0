import { newMeeting } from '../../protocol/meeting';
import { KEPT_RUN, type KeptListRun } from '../lists/kept-run';
import type { CallResult } from '../state/call-result';
import type { PanelMemory } from '../state/panel-memory';

const row = (line: number, destination: string, result: CallResult): KeptListRun['rows'][number] => ({
  target: { line, name: destination, request: { destination, role: 'GUEST', protocol: 'sip' } },
  result,
  // What waits has no call yet.
  ...(result.outcome !== 'waiting' && { callId: `call-${line}` }),
});

const RUN: KeptListRun = {
  atATime: 1,
  meeting: { ...newMeeting('one'), page: 1, alias: 'qa.meeting', name: 'qa.meeting' },
  isDone: false,
  rows: [
    row(1, 'alice@example.com', { outcome: 'joined', seconds: 6 }),
    row(2, 'bob@example.com', { outcome: 'failed', detail: 'no route to this address', seconds: 2 }),
    row(3, 'carol@example.com', { outcome: 'waiting' }),
    row(4, 'dave@example.com', { outcome: 'waiting' }),
  ],
};

/** What a panel has left that was closed while it dialed a list. */
export function interruptedMemory(): PanelMemory {
  const kept = new Map<string, unknown>([[KEPT_RUN, RUN]]);
  return { get: (name) => kept.get(name), keep: (name, value) => void kept.set(name, value) };
}
