import { DETECT_STRINGS } from '../../../strings/detect';
import type { Detected } from './detected';

type Found = Pick<Detected, 'kind' | 'notes'>;

/** What there is to say about a destination, in sentences. */
export const notesOn = ({ notes }: Found): string =>
  notes.map((note) => DETECT_STRINGS.notes[note]).join(' ');

/** Why something cannot be dialed. */
export const refusalOf = (found: Found): string => {
  // What is of no kind has no name but that of the protocol.
  if (found.kind === 'address') return notesOn(found);
  return `${DETECT_STRINGS.cannotBeDialed(DETECT_STRINGS.kinds[found.kind])} ${notesOn(found)}`;
};
