import { fromPlugin } from './from-plugin';
import type { PluginMessage } from './messages';
import { readerOf } from './wire';

/** Reads a message that a plugin sent to the top window. */
export const parsePluginMessage = readerOf<PluginMessage>(fromPlugin);
