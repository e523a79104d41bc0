import type { PanelEnvironment } from '../../../../panel/state/context';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting, openPanel } from '../fixture';

/** The meeting beside its panels. */
export const HERE = aMeeting({ origin: 'https://meet.example.com', dialect: 'external-chat' });

/** The calls that a panel has asked for. */
export const dialsOf = ({ sent }: ReturnType<typeof openPanel>) =>
  sent.flatMap((request) => (request.type === 'dial' ? [request] : []));

/** A window whose panels are opened and closed; what they keep crosses as the browser's store has it. */
export function aWindow() {
  const kept = new Map<string, string>();
  const loadMemory: PanelEnvironment['loadMemory'] = async () => ({
    get: (name) => {
      const text = kept.get(name);
      return text === undefined ? undefined : JSON.parse(text);
    },
    keep: (name, value) => {
      if (value === undefined) kept.delete(name);
      else kept.set(name, JSON.stringify(value));
    },
  });
  let last: ReturnType<typeof openPanel> | undefined;
  return {
    kept,
    open(over: Partial<PanelEnvironment> = {}, storage = memoryStorage()) {
      last?.stop.abort();
      last = openPanel(storage, { loadMemory, ...over });
      return last;
    },
  };
}
