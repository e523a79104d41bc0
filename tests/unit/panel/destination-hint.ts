import { expect } from 'vitest';
import { description, eventually, the } from './fixture';

/** What stands below Destination. */
export const hint = () => description(the('textbox', 'Destination'));

/** Waits until that contains a text. */
export const seesHint = (text: string) => eventually(() => expect(hint()).toContain(text));
