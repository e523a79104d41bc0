import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { canHangUp } from '../../protocol/calls';
import type { Call } from '../../protocol/meeting';
import { meetingRefOf } from '../../protocol/panel-requests';
import { CALLS_STRINGS as STRINGS } from '../../strings/calls';
import { download } from '../files/download';
import { reportAsCsv } from '../state/call-report';
import { resultOf } from '../state/call-result';
import { partyNameOf } from '../state/call-view';
import type { PanelContext } from '../state/context';
import { keptChoice } from '../state/remember';
import type { PanelStore } from '../state/store';
import { useRemembered } from '../state/use-remembered';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { MenuItems } from '../ui/menu-items';
import { MoreMenu } from '../ui/more-menu';
import { CALL_GROUPS, type CallGroup, groupOf, isEnded, type ShowsCall } from './group';
import { useStillRows } from './use-still-rows';

type Props = { context: PanelContext; calls: readonly Call[]; onChoose(shows: ShowsCall): void };

/** A number of two digits. */
const ROOM = 88;

/** How all calls stand, which of them are shown, and what can be done about all. It stays on screen. */
export function CallsSummary({ context, calls, onChoose }: Props) {
  const { store, connection } = context;
  const choice = useRemembered<CallGroup | undefined>(
    context,
    'calls-shown',
    undefined,
    keptChoice(CALL_GROUPS),
  );
  const group = choice.value;
  // The peer has it: every panel of the meeting lists the same.
  const { cleared = '' } = store.meeting.value ?? {};
  const without = useMemo(() => new Set(cleared.split(' ')), [cleared]);
  const element = useRef<HTMLFieldSetElement>(null);
  const isStill = useStillRows(element);
  useLayoutEffect(() => {
    const shown = new AbortController();
    const section = element.current?.closest<HTMLElement>('.calls');
    if (section) keepFocusNearby(section, shown.signal);
    return () => shown.abort();
  }, []);
  useLayoutEffect(() => {
    const shows: ShowsCall = (call) => !without.has(call.id) && (!group || groupOf(call) === group);
    const now = new Set(calls.filter(shows).map(({ id }) => id));
    const showsNow: ShowsCall = isStill ? ({ id }) => now.has(id) : shows;
    onChoose((call) => showsNow(call) || hasFocus(call));
  }, [group, cleared, isStill]);
  const newest = calls[0];
  /** The newest call as the choice was made here; a choice of an earlier panel was made before any. */
  const known = useRef<string>(undefined);
  const show = (next: CallGroup | undefined) => {
    known.current = newest?.id;
    choice.value = next;
  };
  const clear = (gone: readonly Call[]) => {
    show(undefined);
    const meeting = store.meeting.peek();
    const text = gone.map(({ id }) => id).join(' ');
    if (meeting) connection.send({ type: 'cleared', ...meetingRefOf(meeting), text });
  };
  useLayoutEffect(() => {
    // Who dials wants to see what comes of it.
    if (group && newest && newest.id !== known.current && store.wasPressed(newest)) show(undefined);
  }, [newest?.id, group]);
  const left = calls.filter(({ id }) => !without.has(id));
  const countOf = (name: CallGroup) => left.filter((call) => groupOf(call) === name).length;
  // Each keeps its place once it has one: a count that goes to zero, or comes, moves no other.
  const places = useRef<{ cleared: typeof cleared; names: readonly CallGroup[] }>({ cleared, names: [] });
  const before = places.current.cleared === cleared ? places.current.names : [];
  const isNew = (name: CallGroup) => !before.includes(name) && (countOf(name) > 0 || name === group);
  const names = [...before, ...CALL_GROUPS.filter(isNew)];
  places.current = { cleared, names };
  return (
    <>
      <fieldset ref={element} aria-label={STRINGS.summary}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            class="plain"
            data-room={STRINGS.counts[name](ROOM)}
            title={STRINGS.counts[name](countOf(name))}
            aria-pressed={group === name}
            onClick={() => show(group === name ? undefined : name)}
          >
            {STRINGS.counts[name](countOf(name))}
          </button>
        ))}
        {left.length === 0 && (
          <p class="help">
            {STRINGS.cleared}{' '}
            <button type="button" class="plain" onClick={() => clear([])}>
              {STRINGS.showAgain}
            </button>
          </p>
        )}
      </fieldset>
      <MoreMenu label={STRINGS.more}>
        {() => (
          <ItemsForAll
            store={store}
            calls={left}
            areCleared={left.length < calls.length}
            onClear={() => clear(calls.filter((call) => isEnded(call) || without.has(call.id)))}
            onShowAgain={() => clear([])}
          />
        )}
      </MoreMenu>
    </>
  );
}

/** Whether somebody on the keyboard is at the call’s row, which must not go from under them. */
const hasFocus = ({ id }: Call): boolean => document.activeElement?.closest('.call')?.id === `call-${id}`;

type MoreProps = {
  store: PanelStore;
  calls: readonly Call[];
  /** Some are not shown any more. */
  areCleared: boolean;
  onClear(): void;
  onShowAgain(): void;
};

/** What is done to all calls at once. */
function ItemsForAll({ store, calls, areCleared, onClear, onShowAgain }: MoreProps) {
  const meeting = store.meeting.value;
  const open = calls.filter(
    (call) => groupOf(call) === 'queued' || (!isEnded(call) && meeting && canHangUp(meeting, call)),
  );
  const save = () => {
    const rows = calls.map((call) => ({
      target: { name: partyNameOf(call) ?? call.request.destination, request: call.request },
      result: resultOf(call, Date.now(), store.noAnswerAfterMs.value),
    }));
    download('calls.csv', 'text/csv', reportAsCsv(rows));
  };
  return (
    <MenuItems>
      {(choose) => (
        <>
          {open.length > 0 && (
            <button type="button" onClick={choose(() => open.forEach(store.hangUp))}>
              {STRINGS.hangUpAll}
            </button>
          )}
          {calls.some(isEnded) && (
            <button type="button" onClick={choose(onClear)}>
              {STRINGS.clearEnded}
            </button>
          )}
          {areCleared && (
            <button type="button" onClick={choose(onShowAgain)}>
              {STRINGS.showAgain}
            </button>
          )}
          <button type="button" onClick={choose(save)}>
            {STRINGS.export}
          </button>
        </>
      )}
    </MenuItems>
  );
}
