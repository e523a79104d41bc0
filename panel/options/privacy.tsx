import { useMemo } from 'preact/hooks';
import { formatDate } from '../../locales/format-date';
import { HISTORY_STRINGS } from '../../strings/history';
import { PRIVACY_STRINGS as STRINGS } from '../../strings/privacy';
import type { HistoryEntry } from '../history/entry';
import { createHistoryStore, type HistoryStore, outcomeText } from '../history/history-store';
import type { OptionsContext } from './context';

/** Shows what is kept where, and clears it. The texts are those of docs/explanation/privacy.md. */
export function Privacy({ context: { settings, storage, signal } }: { context: OptionsContext }) {
  const history = useMemo(() => createHistoryStore(storage, signal), [storage, signal]);
  const kept = Object.keys(STRINGS.kept) as (keyof typeof STRINGS.kept)[];
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{STRINGS.title}</h2>
      <p>{STRINGS.nothing}</p>
      <h3>{STRINGS.leaves}</h3>
      <ul>
        <li class="entry">{STRINGS.toMeeting}</li>
        <li class="entry">{STRINGS.toChat}</li>
      </ul>
      <h3 id="kept">{STRINGS.stays}</h3>
      <ul aria-labelledby="kept">
        {kept.map((name) => (
          <li key={name} class="entry">
            <p>{STRINGS.kept[name].what}</p>
            <p class="facts">
              {STRINGS.place({ where: STRINGS.kept[name].where, until: STRINGS.kept[name].until })}
            </p>
            {name === 'calls' && <Calls history={history} />}
            {name === 'damaged' && settings.quarantined.value.length > 0 && (
              <div class="actions">
                <button
                  type="button"
                  class="small"
                  onClick={() => document.getElementById('options-damaged')?.focus()}
                >
                  {STRINGS.seeDamage}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p class="help">{STRINGS.removal}</p>
    </section>
  );
}

function Calls({ history }: { history: HistoryStore }) {
  const entries = history.entries.value;
  const cleared = history.cleared.value.length;
  return (
    <>
      {entries.length > 0 && (
        <details>
          <summary>{STRINGS.see(entries.length)}</summary>
          <ul>
            {entries.map((entry) => (
              <Call key={entry.id} entry={entry} />
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        <button
          type="button"
          class="small"
          disabled={entries.length === 0}
          onClick={() => void history.clear()}
        >
          {HISTORY_STRINGS.clear}
        </button>
        {cleared > 0 && (
          <>
            <p class="help" role="status">
              {HISTORY_STRINGS.cleared(cleared)}
            </p>
            <button type="button" class="small" onClick={() => void history.undoClear()}>
              {HISTORY_STRINGS.undo}
            </button>
          </>
        )}
      </div>
    </>
  );
}

const Call = ({ entry }: { entry: HistoryEntry }) => (
  <li class="entry">
    <p>
      <bdi dir="ltr">{entry.request.destination}</bdi>
    </p>
    <p class="facts">
      <span>{outcomeText(entry)}</span>{' '}
      <time dateTime={new Date(entry.at).toISOString()}>{formatDate(entry.at)}</time>
    </p>
  </li>
);
