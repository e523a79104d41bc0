import { useMemo } from 'preact/hooks';
import { formatDate } from '../../locales/format-date';
import { isFixed } from '../../settings/fixed-settings';
import { HISTORY_STRINGS } from '../../strings/history';
import type { PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { OptionsLink } from '../state/options-link';
import { keptText } from '../state/remember';
import { useRemembered } from '../state/use-remembered';
import { CopyButton } from '../ui/copy-button';
import { TextField } from '../ui/text-field';
import type { HistoryEntry } from './entry';
import { createHistoryStore, found, outcomeText } from './history-store';
import './history.css';

/** The calls of this device: searched, dialed again, copied, cleared. */
export function History({ context }: { context: PanelContext }) {
  const { store, storage, signal } = context;
  const history = useMemo(() => createHistoryStore(storage, signal), [storage, signal]);
  const search = useRemembered(context, 'history-search', '', keptText);
  const entries = history.entries.value;
  const matching = found(entries, search.value);
  const cleared = history.cleared.value;
  return (
    <section class="history">
      <h2 class="unseen">{HISTORY_STRINGS.history}</h2>
      {!store.settings.settings.value.history &&
        (isFixed(store.settings, 'history') ? (
          <p class="help">{HISTORY_STRINGS.offManaged}</p>
        ) : (
          <p class="help">
            {HISTORY_STRINGS.off} <OptionsLink context={context} page="history" />
          </p>
        ))}
      {entries.length === 0 ? (
        <p class="empty">{HISTORY_STRINGS.none}</p>
      ) : (
        <TextField
          id="history-search"
          label={HISTORY_STRINGS.search}
          attributes={{
            spellcheck: false,
            value: search.value,
            onInput: (event) => {
              search.value = event.currentTarget.value;
            },
          }}
        />
      )}
      {entries.length > 0 && matching.length === 0 && <p class="empty">{HISTORY_STRINGS.noneFound}</p>}
      <ul aria-label={HISTORY_STRINGS.history}>
        {matching.map((entry) => (
          <Entry key={entry.id} context={context} entry={entry} />
        ))}
      </ul>
      <div class="actions">
        {entries.length > 0 && (
          <button type="button" onClick={() => void history.clear()}>
            {HISTORY_STRINGS.clear}
          </button>
        )}
        {cleared.length > 0 && (
          <>
            <p class="help" role="status">
              {HISTORY_STRINGS.cleared(cleared.length)}
            </p>
            <button type="button" onClick={() => void history.undoClear()}>
              {HISTORY_STRINGS.undo}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function Entry({ context: { store, fillForm }, entry }: { context: PanelContext; entry: HistoryEntry }) {
  const { id, request, name, removed } = entry;
  const at = `history-${id}`;
  return (
    <li class="entry">
      <p class="destination" id={at}>
        <bdi dir="ltr">{request.destination}</bdi>
      </p>
      <p class="facts">
        {name && (
          <span>
            <bdi>{name}</bdi>
          </span>
        )}
        <span>{outcomeText(entry)}</span>
        <time dateTime={new Date(entry.at).toISOString()}>{formatDate(entry.at)}</time>
      </p>
      {removed && <p class="help">{HISTORY_STRINGS.removed}</p>}
      <div class="actions">
        {removed ? (
          <button type="button" class="small" aria-describedby={at} onClick={() => fillForm(request)}>
            {HISTORY_STRINGS.fillIn}
          </button>
        ) : (
          <button
            type="button"
            class="small"
            aria-describedby={at}
            onClick={() => void store.dialRequest(request, at)}
          >
            {HISTORY_STRINGS.dialAgain}
          </button>
        )}
        <CopyButton
          class="small"
          text={request.destination}
          words={{
            copy: HISTORY_STRINGS.copy,
            copied: HISTORY_STRINGS.copied,
            notCopied: HISTORY_STRINGS.notCopied,
          }}
          describedBy={at}
          announce={store.announce}
        />
        <NoticeText store={store} at={at} id={`${at}-notice`} />
      </div>
    </li>
  );
}
