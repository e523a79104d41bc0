/** What happens, as `PEX.actions$` tells it. */
export interface Action {
  type: string;
  payload?: unknown;
}

/**
 * The names that plugins listen for. The guides give the keys; the texts are this host's own, in the form of
 * the two that published plugins write out: `[Conference] …`.
 * @see Plugin guide, "window.PEX.actions$"
 */
export const ACTIONS = {
  SEND_CHAT_MESSAGE: '[Conference] Send Chat Message',
  RECEIVE_CHAT_MESSAGE: '[Conference] Receive Chat Message',
  /** Never said: Web App 3 has no timeline to select an event in. */
  SELECT_EVENT: '[Conference] Select Event',
  PARTICIPANT_CONNECT_SUCCESS: '[Conference] Participant Connect Success',
  PARTICIPANT_DISCONNECT_SUCCESS: '[Conference] Participant Disconnect Success',
  // Not in the guides; published plugins wait for these two by their keys as well.
  CONNECT_SUCCESS: '[Conference] Connect Success',
  DISCONNECT_SUCCESS: '[Conference] Disconnect Success',
} as const;

/** Not in the guides; published plugins wait for them by their text. */
export const SET_SELF_UUID = '[Conference] Set Self UUID';
export const BUZZ_CHANGED = '[Conference] Buzz Changed';
export const MUTED_CHANGED = '[Participant] Muted Changed';

const { SELECT_EVENT, ...REPORTED } = ACTIONS;

/** The actions that do come, by their texts. */
export const REPORTED_ACTIONS: readonly string[] = [
  ...Object.values(REPORTED),
  ...[SET_SELF_UUID, BUZZ_CHANGED, MUTED_CHANGED],
];

/** A chat message in the form that the client API gives it: the text is `payload.payload`. */
export interface ChatPayload {
  origin: string;
  uuid: string;
  type: 'text/plain';
  payload: string;
}
