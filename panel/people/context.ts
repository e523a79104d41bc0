import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import type { PanelContext } from '../state/context';
import type { Admission } from './admission';
import { type Asked, whereOf } from './asked';
import type { ActionNote } from './notes';
import { actionOf, isAsking, type PeoplePress } from './offers';
import type { PeopleStore } from './people-store';

/** What the parts of the view share. */
export type PeopleContext = {
  panel: PanelContext;
  people: PeopleStore;
  meeting: Meeting;
  notesAbout: ReadonlySignal<ReadonlyMap<string, readonly ActionNote[]>>;
  asked: Signal<Asked | undefined>;
  admission: Signal<Admission | undefined>;
  /** Whether a menu is open: the order of the rows stays as long. */
  isHeld: Signal<boolean>;
};

/** Carries out a press, or asks first. */
export function carryOut(
  { asked, meeting, people }: PeopleContext,
  press: PeoplePress,
  uuid: string,
  name: string,
): void {
  if (isAsking(press)) asked.value = { press, uuid, name, where: whereOf(meeting) };
  else people.act(actionOf(press, uuid));
}
