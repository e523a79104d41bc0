import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '../../protocol/meeting';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import type { PeopleContext } from './context';
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
  children?: ComponentChildren;
};

/** One of the two lists, with only the rows in the document that are in sight. */
export function PersonList({ context, list, ids, calls, isStill, children }: Props) {
  const { person: shown } = context.panel;
  const element = useRef<HTMLUListElement>(null);
  const { first, end, before, after, heightOf, scrollTo } = useWindow(element, ids);
  const people = context.people.people.value;

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
          {STRINGS.lists[list]}{' '}
          <span class="people-count">{ids.filter((uuid) => isIn(list, people?.get(uuid))).length}</span>
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
          // Who left keeps the room for as long as nothing may move.
          if (!isIn(list, person))
            return <li key={uuid} data-id={uuid} aria-hidden="true" style={{ height: heightOf(uuid) }} />;
          return (
            <PersonRow
              key={uuid}
              context={context}
              person={person}
              call={calls.get(uuid)}
              isStill={isStill}
              position={first + index + 1}
              count={ids.length}
            />
          );
        })}
      </ul>
    </section>
  );
}
