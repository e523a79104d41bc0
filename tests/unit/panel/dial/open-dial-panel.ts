import { aCall, aMeeting, eventually, openPanel, rendered, START, the } from '../fixture';

let panel: ReturnType<typeof openPanel>;

/** Opens a panel, for this test, that the functions of this file act on. */
export function openDialPanel(): ReturnType<typeof openPanel> {
  panel = openPanel();
  return panel;
}

export const destination = () => the<HTMLInputElement>('textbox', 'Destination');
/** Presses Enter in Destination. */
export const enter = () => {
  destination().focus();
  destination().form?.requestSubmit();
  return rendered();
};
/** The question before a call, once it is there. */
export const asked = () => eventually(() => the('dialog'));
/** A call to Alice, who has joined. */
export const joined = (over = {}) =>
  aCall('alice@example.com', {
    state: { name: 'joined', at: START },
    joinedAt: START,
    displayName: 'Alice',
    ...over,
  });
/** Puts the panel in a meeting with these calls. */
export const withCalls = (...calls: ReturnType<typeof aCall>[]) => panel.receive(aMeeting({ calls }));
