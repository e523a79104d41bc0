import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type DialRequest, PROTOCOLS } from '../../protocol/dial-fields';
import type { ListsStore } from '../../settings/lists/lists-store';
import type { Preset } from '../../settings/presets/preset';
import { LIST_STRINGS } from '../../strings/lists';
import { STRINGS } from '../../strings/panel';
import type { Press } from '../request/guard/guard';
import type { PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { useRemembered } from '../state/use-remembered';
import { DoneNote } from '../ui/done-note';
import { SelectField } from '../ui/select-field';
import type { Target } from './lines';
import { LinesField } from './lines-field';
import { LIST_OPTIONS, type ListOptions, readOptions } from './list-options';
import { ListPreview } from './list-preview';
import { contentOf, openList } from './open-list';
import { PresetChoice } from './preset-choice';
import { SaveList } from './save-list';
import { SavedLists } from './saved-lists';
import { withoutRepeats } from './summary';
import { AT_LISTS } from './use-dial-list';
import { useReadLines } from './use-read-lines';

type Props = {
  context: PanelContext;
  saved: ListsStore;
  onDial(find: () => Promise<readonly Target[]>, atATime: number, press: Press | undefined): void;
  /** The lines are again what they were before others replaced them. */
  onUndo(): void;
};

/** What is to be dialed, and how. */
export function ListForm({ context, saved, onDial, onUndo }: Props) {
  const { store, presets, lines } = context;
  useEffect(() => void presets.load(), [presets]);
  // A form may be longer than the screen: what came of a press is said beside it.
  const [isSavedBelow, setSavedBelow] = useState(false);
  const options = useRemembered(context, 'list-options', LIST_OPTIONS, readOptions);
  const set = (part: Partial<ListOptions>) => {
    options.value = { ...options.value, ...part };
  };
  const opened = context.openedWith.value;
  useLayoutEffect(() => {
    const { protocol, role } = opened ?? {};
    if (protocol || role) set({ ...(protocol && { protocol }), ...(role && { role }) });
    context.openedWith.value = undefined;
  }, [opened]);
  const { chosen, protocol, atATime, isOnce } = options.value;
  const settings = store.settings.settings.value;
  const role = options.value.role ?? settings.role;
  const [error, setError] = useState('');
  const all = presets.store.value?.presets.value ?? [];
  const reading = useReadLines(lines.value, { ...settings, role, chosen: protocol });
  const picked = all.filter(({ id }) => chosen.includes(id)).map(asTarget);

  const dialAll = (event: Event) => {
    event.preventDefault();
    const find = async () => {
      const found: Target[] = [...picked, ...(await reading.settled())];
      const targets = isOnce ? withoutRepeats(found) : found;
      setError(targets.length === 0 ? LIST_STRINGS.nothing : '');
      return targets;
    };
    // Before anything is awaited: the meeting that the user sees at this moment.
    onDial(find, atATime, store.press(AT_LISTS));
  };
  return (
    <form
      inert={store.status.value === 'no-meeting'}
      aria-label={LIST_STRINGS.lists}
      noValidate
      onSubmit={dialAll}
    >
      <SavedLists
        context={context}
        saved={saved}
        isOpen={lines.peek().trim() === ''}
        saysDone={!isSavedBelow}
        onChange={() => setSavedBelow(false)}
        onOpen={(list) => void openList(list, context, options, saved)}
      />
      <LinesField context={context} error={error} onUndo={onUndo} />
      {all.length > 0 && (
        <PresetChoice presets={all} chosen={chosen} onToggle={(id) => set({ chosen: toggled(chosen, id) })} />
      )}
      <SelectField
        id="list-protocol"
        label={LIST_STRINGS.protocol}
        help={LIST_STRINGS.protocolHelp}
        value={protocol ?? ''}
        choices={[
          ['', LIST_STRINGS.asDetected] as const,
          ...PROTOCOLS.map((each) => [each, STRINGS.choices.protocol[each]] as const),
        ]}
        onChoose={(chosen: '' | DialRequest['protocol']) => set({ protocol: chosen || undefined })}
      />
      <SelectField
        id="list-role"
        label={LIST_STRINGS.role}
        help={LIST_STRINGS.roleHelp}
        value={role}
        choices={[
          ['GUEST', STRINGS.choices.role.GUEST],
          ['HOST', STRINGS.choices.role.HOST],
        ]}
        onChoose={(chosen: 'GUEST' | 'HOST') => set({ role: chosen })}
      />
      <SelectField
        id="list-at-a-time"
        label={LIST_STRINGS.atATime}
        help={LIST_STRINGS.atATimeHelp}
        value={String(atATime)}
        choices={[1, 2, 3, 5, 10, 20].map((count) => [String(count), String(count)] as const)}
        onChoose={(chosen) => set({ atATime: Number(chosen) })}
      />
      <ListPreview
        targets={[...picked, ...(reading.targets ?? [])]}
        ignored={reading.ignored}
        refusal={store.guard.refusal}
        offer={{ settings: store.settings, openOptions: context.openOptions }}
        isOnce={isOnce}
        onOnce={(once) => set({ isOnce: once })}
      />
      <div class="list-actions">
        <div class="actions">
          <button type="submit" class="primary" aria-describedby="lists-notice">
            {LIST_STRINGS.dialAll}
          </button>
          {!saved.isLocked.value && (
            <SaveList
              context={context}
              check={() => {
                const isSome = lines.peek().trim() !== '' || picked.length > 0;
                setError(isSome ? '' : LIST_STRINGS.nothing);
                return isSome;
              }}
              onName={(name) => {
                setSavedBelow(true);
                saved.save(name, contentOf(lines.peek(), options.peek(), all));
              }}
            />
          )}
          <NoticeText store={store} at={AT_LISTS} id="lists-notice" />
        </div>
        {isSavedBelow && <DoneNote done={saved.done.value} class="wide help done" />}
      </div>
    </form>
  );
}

const asTarget = ({ name, request }: Preset): Target => ({ name, request });

const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
