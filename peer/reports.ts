/**
 * Whether a report of the button's state is of somebody else's doing. The plugin reports whatever the top
 * window sets, our peer's settings too: of those, `unreported` are due. Never below none, or what others did
 * in *Watch* would be held against the peer's own settings later.
 */
export function isOthersDoing(entry: { unreported: number }): boolean {
  if (entry.unreported === 0) return true;
  entry.unreported -= 1;
  return false;
}
