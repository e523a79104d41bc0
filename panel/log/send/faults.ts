import { readAction } from '../../../protocol/wire';

/** What can be made to go wrong with what is sent. */
export const FAULTS = ['none', 'delay', 'drop', 'duplicate', 'reorder', 'prefix', 'malformed'] as const;
export type InjectedFault = (typeof FAULTS)[number];

const DELAY_MS = 3_000;

/**
 * Puts faults between a sender and the wire. `later` runs a job after so many milliseconds. Each message
 * keeps the receiver that it was given, however late it is sent.
 */
export function createFaultInjector<To>(
  sendTo: (wire: unknown, to: To | undefined) => void,
  later: (job: () => void, ms: number) => void,
): (wire: unknown, fault: InjectedFault, to?: To) => void {
  let held: (() => void)[] = [];
  return (wire, fault, to) => {
    const send = (message: unknown) => sendTo(message, to);
    if (fault === 'drop') return;
    if (fault === 'delay') return later(() => send(wire), DELAY_MS);
    if (fault === 'reorder') {
      held.push(() => send(wire));
      return;
    }
    send(fault === 'prefix' ? withWrongPrefix(wire) : fault === 'malformed' ? malformed(wire) : wire);
    if (fault === 'duplicate') send(wire);
    const waiting = held;
    held = [];
    for (const sendHeld of waiting) sendHeld();
  };
}

/** The prefix of another plugin, as a copy of somebody's code may have it. */
function withWrongPrefix(wire: unknown): unknown {
  const action = actionNameIn(wire);
  return { ...Object(wire), action: `pexip:plugin:other/${readAction(action)?.name ?? action}` };
}

/** Every field of a type that none has; a message without fields gets an action that isn’t text. */
function malformed(wire: unknown): unknown {
  const { action, ...fields } = Object(wire) as Record<string, unknown>;
  const names = Object.keys(fields);
  if (names.length === 0) return { action: [action] };
  return { action, ...Object.fromEntries(names.map((name) => [name, { wrong: true }])) };
}

function actionNameIn(wire: unknown): string {
  const action: unknown = Reflect.get(Object(wire), 'action');
  return typeof action === 'string' ? action : '';
}
