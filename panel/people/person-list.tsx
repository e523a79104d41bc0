import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '../../protocol/meeting';
import { STRINGS as PANEL_STRINGS } from '../../strings/panel';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import type { PeopleContext } from './context';
import { isBad } from './notes';
import { isIn } from './order';
import { PersonRow, personId } from './person-row';
import { useWindow } from './use-window';

type Props = {
  context: PeopleContext;
  list: 'waiting' | 'present';
  ids: readonly string[];
  calls: ReadonlyMap<string, Call>;
  /** Whether nothing may move now: a menu is open, or the pointer is on its way to something. */
  isStill: boolean;
  /** What everybody was called last, who has left as well. */
  names: ReadonlyMap<string, string>;
  /** How many rows are above the one that the pointer is at; none without one. */
  above: number;
  children?: ComponentChildren;
};

const OTHER = { waiting: 'present', present: 'waiting' } as const;

/** One of the two lists, with only the rows in the document that are in sight. */
export function PersonList({ context, list, ids, calls, isStill, names, above, children }: Props) {
  const { person: shown } = context.panel;
  const element = useRef<HTMLUListElement>(null);
  const { first, end, before, after, heightOf, scrollTo } = useWindow(element, ids);
  const people = context.people.people.value;
  const there = ids.filter((uuid) => isIn(list, people?.get(uuid)));
  // What went wrong is read, once nobody is on the way to what it pushes down.
  const canGrow = (uuid: string) => !isStill && context.notesAbout.value.get(uuid)?.some(isBad);

  const wanted = shown.value;
  useEffect(() => {
    if (wanted === undefined || !ids.includes(wanted)) return;
    const row = document.getElementById(personId(wanted));
    if (!row) {
      scrollTo(wanted);
      return;
    }
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    shown.value = undefined;
  });

  return (
    <section class="people-list">
      <div class="people-heading">
        <h2>
          {STRINGS.lists[list]} <span class="people-count">{there.length}</span>
        </h2>
        {children}
      </div>
      <ul
        ref={element}
        aria-label={list === 'waiting' ? STRINGS.lists.waiting : STRINGS.label}
        style={{ paddingBlockStart: `${before}px`, paddingBlockEnd: `${after}px` }}
      >
        {ids.slice(first, end).map((uuid, index) => {
          const person = people?.get(uuid);
          const height = heightOf(uuid);
          // Who left keeps the room for as long as nobody else may come under the pointer.
          if (!isIn(list, person)) {
            return (
              <li key={uuid} class="person-left" data-id={uuid} aria-hidden="true" style={{ height }}>
                <p class="person-name">
                  <bdi>{names.get(uuid)}</bdi>
                </p>
                <p class="person-states">
                  {people?.has(uuid) ? STRINGS.lists[OTHER[list]] : PANEL_STRINGS.left}
                </p>
              </li>
            );
          }
          return (
            <PersonRow
              key={uuid}
              context={context}
              person={person}
              call={calls.get(uuid)}
              isStill={isStill}
              height={first + index < above && !canGrow(uuid) ? height : undefined}
              position={there.indexOf(uuid) + 1}
              count={there.length}
            />
          );
        })}
      </ul>
    </section>
  );
}
