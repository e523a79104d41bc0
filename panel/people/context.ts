import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Meeting } from '../../protocol/meeting';
import type { PanelContext } from '../state/context';
import type { Admission } from './admission';
import type { ActionNote } from './notes';
import { type AskingPress, actionOf, isAsking, type PeoplePress } from './offers';
import type { PeopleStore } from './people-store';

/** A press that asks for more before anything is sent. */
export type Asked = { press: AskingPress; uuid: string; name: string };

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
  { asked, people }: PeopleContext,
  press: PeoplePress,
  uuid: string,
  name: string,
): void {
  if (isAsking(press)) asked.value = { press, uuid, name };
  else people.act(actionOf(press, uuid));
}
