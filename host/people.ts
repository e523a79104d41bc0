import type { PluginMessage } from '../protocol/messages';
import { peopleFromPlugin } from '../protocol/people';
import { type Parsed, readerOf } from '../protocol/wire';

/**
 * Reads the messages about people: `roster`, `self`, `conference` and the others. Pass it to `connectMeeting`
 * as `people`. A file of its own, so that pages without it don't load it.
 */
export const people: (data: unknown) => Parsed<PluginMessage> = readerOf<PluginMessage>(peopleFromPlugin);
