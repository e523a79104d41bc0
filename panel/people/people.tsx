import { computed, signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { hasFeature } from '../../protocol/calls';
import type { Participant } from '../../protocol/people';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import type { PanelContext } from '../state/context';
import { followVisibility } from '../state/follow-visibility';
import { keptText, remember } from '../state/remember';
import { useRemembered } from '../state/use-remembered';
import { folded } from '../ui/folded';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { TextField } from '../ui/text-field';
import { type Admission, admitInSteps, loadKeyOf } from './admission';
import { AdmitAll, Admitting } from './admit-all';
import { Ask } from './ask';
import { type Asked, readAsked } from './asked';
import type { PeopleContext } from './context';
import { ForAll } from './for-all';
import type { ActionNote } from './notes';
import { isHost } from './offers';
import { isIn } from './order';
import './people.css';
import { MeetingStates } from './meeting-states';
import { createPeopleStore, shownNameOf } from './people-store';
import { PersonList } from './person-list';
import { useOrder } from './use-order';
import { useStill } from './use-still';

/** A search is offered from so many people on. */
const SEARCH_FROM = 10;

/** What stands behind the tab People: who waits, who is in the meeting, and what can be done about them. */
export function People({ context: panel }: { context: PanelContext }) {
  const { store } = panel;
  const shared = useMemo(() => share(panel), [panel]);
  const meeting = store.meeting.value;
  const all = shared.people.people.value;
  const obstacle = obstacleOf(panel);
  if (!meeting || !all || obstacle) {
    return (
      <section class="people" aria-label={STRINGS.label}>
        <p class="empty">{obstacle ?? STRINGS.nobody}</p>
      </section>
    );
  }
  // Another meeting, or load of one, has nobody whose place is to be kept.
  return <Lists key={loadKeyOf(meeting)} context={{ ...shared, panel, meeting }} all={all} />;
}

function Lists({ context, all }: { context: PeopleContext; all: ReadonlyMap<string, Participant> }) {
  const { meeting, asked, isHeld } = context;
  const search = useRemembered(context.panel, 'people-search', '', keptText);
  const still = useStill(isHeld.value);
  const { isStill, hasRoom, pointed = '', areListsStill, isAtRow, handlers } = still;
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const shown = new AbortController();
    if (section.current) keepFocusNearby(section.current, shown.signal);
    return () => shown.abort();
  }, []);
  const hasSearch = useRef(false);
  // It pushes the lists down: only while nobody is at a row, and once.
  if (all.size >= SEARCH_FROM && !isAtRow) hasSearch.current = true;
  const sought = hasSearch.current ? folded(search.value.trim()) : '';
  const people = [...all.values()];
  const matching = people.filter((person) => sought === '' || folded(shownNameOf(person)).includes(sought));
  const { waiting, present } = useOrder(matching, meeting.self?.participantUuid, sought, still);
  const names = useRef(new Map<string, string>());
  for (const person of people) names.current.set(person.uuid, shownNameOf(person));
  const calls = new Map(meeting.calls.flatMap((call) => (call.uuid ? [[call.uuid, call] as const] : [])));
  const lists = { context, calls, isStill, names: names.current };
  const canAdmit = hasFeature(meeting, 'admit') && isHost(meeting);
  return (
    <section ref={section} class="people" aria-label={STRINGS.label} {...handlers}>
      <ForAll context={context} isStill={areListsStill} hasRoom={still.isPointed} />
      {hasSearch.current && (
        <TextField
          id="people-search"
          label={STRINGS.search}
          attributes={{
            spellcheck: false,
            value: search.value,
            onInput: (event) => {
              search.value = event.currentTarget.value;
            },
          }}
        />
      )}
      {waiting.length > 0 && (
        <PersonList
          {...lists}
          list="waiting"
          ids={waiting}
          above={present.includes(pointed) ? waiting.length : waiting.indexOf(pointed)}
        >
          {canAdmit && (
            <>
              <AdmitAll context={context} ids={waiting.filter((uuid) => isIn('waiting', all.get(uuid)))} />
              <Admitting context={context} hasRoom={hasRoom} />
            </>
          )}
        </PersonList>
      )}
      <PersonList {...lists} list="present" ids={present} above={present.indexOf(pointed)}>
        <MeetingStates conference={meeting.conference} />
      </PersonList>
      {waiting.length + present.length === 0 && (
        <p class="empty">{sought === '' ? STRINGS.nobody : STRINGS.noneFound}</p>
      )}
      {/* A dialog that is out of sight would still keep everything else from being used. */}
      {asked.value && context.panel.tab.value === 'people' && <Ask context={context} asked={asked.value} />}
    </section>
  );
}

/** What lives as long as the panel. */
function share(panel: PanelContext) {
  const { store, connection, tab, isOnScreen, signal: stop } = panel;
  const isVisible = followVisibility(stop);
  const admission = signal<Admission>();
  // Who is admitted is followed to the end, also behind another tab.
  const wanted = computed(() =>
    tab.value === 'people' && isOnScreen.value && isVisible.value ? 'shown' : !!admission.value,
  );
  const people = createPeopleStore(store, connection, wanted, stop);
  admitInSteps(admission, people, store.meeting, stop);
  const notesAbout = computed(() => {
    const about = new Map<string, ActionNote[]>();
    for (const note of people.notes.value) {
      if (note.uuid !== undefined) about.set(note.uuid, [...(about.get(note.uuid) ?? []), note]);
    }
    return about;
  });
  const asked = signal<Asked | undefined>(undefined);
  void remember(panel, 'person-form', asked, readAsked);
  return { people, notesAbout, admission, asked, isHeld: signal(false) };
}

/** Why there is nobody to be shown. */
function obstacleOf({ store }: PanelContext): string | undefined {
  const meeting = store.meeting.value;
  if (meeting?.people) return undefined;
  const status = store.status.value;
  if (meeting?.plugin.name === 'ready' && !hasFeature(meeting, 'roster')) return STRINGS.unavailable.plugin;
  return status === 'in-meeting' ? undefined : STRINGS.unavailable[status];
}
