import { vi } from 'vitest';
import { guardInput, type InputGuard } from '../../../../panel/dock/input-guard';

/** Guards the document, and returns what ends that. A guard itself lasts as long as its document. */
export function guardForNow(guard: InputGuard): () => void {
  const added = vi.spyOn(window, 'addEventListener');
  guardInput(guard);
  const listeners = [...added.mock.calls];
  added.mockRestore();
  return () => {
    for (const [type, listener, options] of listeners) window.removeEventListener(type, listener, options);
  };
}
