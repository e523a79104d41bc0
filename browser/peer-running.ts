/** Whether a peer runs in this page. Runs in the page, so it names nothing outside. */
export function isPeerRunning(): boolean {
  const life: unknown = Reflect.get(globalThis, Symbol.for('external-chat.peer'));
  return life instanceof AbortController && !life.signal.aborted;
}
