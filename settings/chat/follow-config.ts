import { type ReadonlySignal, signal } from '@preact/signals';
import type { PanelStorage } from '../storage/area';
import { type ChatConfig, type Managed, readConfig } from './config';

/** The configuration as it is at any time, until `stop` aborts; `undefined` until it has been read. */
export function followConfig(
  storage: PanelStorage,
  stop: AbortSignal,
): ReadonlySignal<{ own: ChatConfig; managed: Managed } | undefined> {
  const config = signal<{ own: ChatConfig; managed: Managed }>();
  const load = () =>
    void readConfig(storage).then((read) => {
      // Anything else in the store may have changed: what is the same must not load a chat again.
      if (JSON.stringify(read) !== JSON.stringify(config.peek())) config.value = read;
    });
  storage.local.watch(load, stop);
  storage.managed.watch(load, stop);
  load();
  return config;
}
