import type { GetButtonRPCPayload } from '@pexip/plugin-api';
import type { HostedFrame } from './frames';

/** What a plugin asks for when it adds a button. */
export type ButtonPayload = GetButtonRPCPayload<'add'>;

/** A button that a plugin has added, wherever it is shown. */
export interface PluginButton {
  id: string;
  owner: HostedFrame;
  payload: ButtonPayload;
}

/** A button of one position. */
export type ButtonAt<P extends ButtonPayload['position']> = PluginButton & {
  payload: Extract<ButtonPayload, { position: P }>;
};

/** Told about a press; `buttonId` is that of the group entry, where there is a group. */
export type OnPress = (
  button: PluginButton,
  input: { buttonId: string } | { participantUuid: string } | undefined,
) => void;

/** The buttons of one position. */
export function buttonsAt<P extends ButtonPayload['position']>(
  buttons: PluginButton[],
  position: P,
): ButtonAt<P>[] {
  return buttons.filter((button): button is ButtonAt<P> => button.payload.position === position);
}

/** Whether somebody of that role may see it: no roles means everybody. */
export function isFor(role: string | undefined, roles: readonly string[] | undefined): boolean {
  return !roles || roles.length === 0 || roles.includes(role ?? '');
}
