import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting, openPanel, openView } from '../fixture';

const entry = (id: string, at: number, over: Record<string, unknown> = {}) => ({
  id,
  at,
  request: { destination: `${id}@example.com`, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'joined',
  ...over,
});

/** Two earlier calls and a preset. */
export const CONTENT = {
  local: {
    history: {
      version: 1,
      value: [entry('alice', 2), entry('bob', 1, { outcome: 'failed', message: 'busy', removed: true })],
    },
  },
  sync: {
    'preset.a': {
      version: 1,
      name: 'Carol',
      order: 0,
      request: { destination: 'carol@example.com', role: 'HOST', protocol: 'sip' },
    },
  },
};

/** A panel in a meeting, with what is stored, and with this view in front. */
export async function open(
  view: Parameters<typeof openView>[0],
  content: Parameters<typeof memoryStorage>[0] = CONTENT,
) {
  const storage = memoryStorage(content);
  const panel = openPanel(storage);
  await panel.receive(aMeeting());
  await openView(view);
  return { ...panel, storage };
}
