import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether this document is in sight at all, until `stop` aborts. */
export function followVisibility(stop: AbortSignal): ReadonlySignal<boolean> {
  const isVisible = signal(document.visibilityState === 'visible');
  document.addEventListener(
    'visibilitychange',
    () => {
      isVisible.value = document.visibilityState === 'visible';
    },
    { signal: stop },
  );
  return isVisible;
}
