import { browser } from './browser';
import type { RuntimeNotice } from './runtime-messages';

/** From a document of the extension: sends a notice to the background, and resolves with its answer. */
export const askBackground = (notice: RuntimeNotice): Promise<unknown> => browser.runtime.sendMessage(notice);
