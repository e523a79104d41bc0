import { fromHost } from './from-host';
import type { HostMessage } from './messages';
import { readerOf } from './wire';

/** Reads a message that the top window sent to a plugin. */
export const parseHostMessage = readerOf<HostMessage>(fromHost, ['external-chat']);
