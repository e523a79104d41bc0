import { effect } from '@preact/signals';
import type { SettingsStore } from '../../settings/settings-store';

/** Has the style sheet follow the theme and the size of the text, until `stop` aborts. */
export function followAppearance({ settings }: SettingsStore, stop: AbortSignal): void {
  const dispose = effect(() => {
    const { theme, textSize } = settings.value;
    Object.assign(document.documentElement.dataset, { theme, textSize });
  });
  stop.addEventListener('abort', dispose, { once: true });
}
