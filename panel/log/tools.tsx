import { useMemo } from 'preact/hooks';
import { formatList } from '../../locales/format';
import { DROPS, VERDICTS } from '../../protocol/trace';
import { LOG_STRINGS } from '../../strings/log';
import type { PanelStore } from '../state/store';
import { SelectField } from '../ui/select-field';
import { Switch } from '../ui/switch';
import { TextField } from '../ui/text-field';
import { DIRECTIONS } from './entry';
import type { Filter } from './filter';
import type { LogStore } from './log-store';

/** What is shown of the log, and whether it moves. */
export function Tools({ store, log }: { store: PanelStore; log: LogStore }) {
  const { text, name, direction, verdict } = log.filter.value;
  const entries = log.entries.value;
  const names = useMemo(() => [...new Set(entries.map((entry) => entry.name))].toSorted(), [entries]);
  const dropped = DROPS.flatMap((reason) => {
    const count = store.dropped.value[reason] ?? 0;
    return count > 0 ? LOG_STRINGS.droppedFor({ reason: LOG_STRINGS.reasons[reason], count }) : [];
  });
  const choose = <Part extends keyof Filter>(
    part: Part,
    options: readonly (readonly [Filter[Part], string])[],
  ) => (
    <SelectField
      id={`log-${part}`}
      label={LOG_STRINGS.filters[part as 'name']}
      value={log.filter.value[part]}
      choices={[['' as Filter[Part], LOG_STRINGS.any], ...options]}
      onChoose={(value) => log.setFilter({ [part]: value } as Partial<Filter>)}
    />
  );
  const isFiltered = Boolean(text || name || direction || verdict);
  return (
    <div class="log-tools">
      <TextField
        id="log-search"
        label={LOG_STRINGS.search}
        attributes={{
          spellcheck: false,
          value: text,
          onInput: (event) => log.setFilter({ text: event.currentTarget.value }),
        }}
      />
      <div class="log-choices">
        {choose(
          'name',
          names.map((each) => [each, each || LOG_STRINGS.unnamed] as const).filter(([each]) => each),
        )}
        {choose(
          'direction',
          DIRECTIONS.map((each) => [each, LOG_STRINGS.directions[each]] as const),
        )}
        {choose(
          'verdict',
          (['dropped', ...VERDICTS] as const).map((each) => [each, LOG_STRINGS.verdicts[each]] as const),
        )}
      </div>
      <div class="actions">
        <button type="button" class="small" onClick={() => log.setPaused(!log.isPaused.value)}>
          {log.isPaused.value ? LOG_STRINGS.resume : LOG_STRINGS.pause}
        </button>
        <button type="button" class="small" onClick={log.clear}>
          {LOG_STRINGS.clear}
        </button>
        <Switch
          label={LOG_STRINGS.mask}
          on={log.isMasked.value}
          describedBy="log-mask-help"
          onAsk={log.setMasked}
        />
        {isFiltered && (
          <p class="help">{LOG_STRINGS.countOf({ shown: log.shown.value.length, all: entries.length })}</p>
        )}
      </div>
      <p class="unseen" id="log-mask-help">
        {LOG_STRINGS.maskHelp}
      </p>
      <p class="help">
        {dropped.length === 0 ? LOG_STRINGS.nothingDropped : LOG_STRINGS.droppedSoFar(formatList(dropped))}
      </p>
    </div>
  );
}
