import type { DialRequest } from '../../protocol/dial-fields';

/** How a list is to be dialed; without a role, as the settings say, and without a protocol as detected. */
export type ListOptions = {
  /** The presets that are dialed with the lines, by id. */
  chosen: readonly string[];
  role?: DialRequest['role'] | undefined;
  protocol?: DialRequest['protocol'] | undefined;
  atATime: number;
  isOnce: boolean;
};

export const LIST_OPTIONS: ListOptions = { chosen: [], atATime: 1, isOnce: false };

/** Reads what the panel before has left. */
export function readOptions(kept: unknown): ListOptions | undefined {
  const { chosen, atATime } = Object(kept);
  return Array.isArray(chosen) && Number.isInteger(atATime) ? (kept as ListOptions) : undefined;
}
