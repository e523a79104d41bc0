import { browser } from './browser';
import type { RuntimeMessage } from './runtime-messages';

/** From a document of the extension: sends a message to the background, and resolves with its answer. */
export const askBackground = (message: RuntimeMessage): Promise<unknown> =>
  browser.runtime.sendMessage(message);
