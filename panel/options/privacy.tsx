import { useMemo } from 'preact/hooks';
import { formatMoment } from '../../locales/format-date';
import { HISTORY_WORDS } from '../../strings/history';
import { PRIVACY_WORDS as WORDS } from '../../strings/privacy';
import type { HistoryEntry } from '../history/entry';
import { createHistoryStore, type HistoryStore, outcomeText } from '../history/history-store';
import type { OptionsParts } from './options';

/** What is kept where, and what can be seen and cleared of it. It says what docs/privacy.md says. */
export function Privacy({ parts: { settings, storage, signal } }: { parts: OptionsParts }) {
  const history = useMemo(() => createHistoryStore(storage, signal), [storage, signal]);
  const kept = Object.keys(WORDS.kept) as (keyof typeof WORDS.kept)[];
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{WORDS.title}</h2>
      <p>{WORDS.nothing}</p>
      <h3>{WORDS.leaves}</h3>
      <ul>
        <li class="entry">{WORDS.toMeeting}</li>
        <li class="entry">{WORDS.toChat}</li>
      </ul>
      <h3 id="kept">{WORDS.stays}</h3>
      <ul aria-labelledby="kept">
        {kept.map((name) => (
          <li key={name} class="entry">
            <p>{WORDS.kept[name].what}</p>
            <p class="facts">
              {WORDS.place({ where: WORDS.kept[name].where, until: WORDS.kept[name].until })}
            </p>
            {name === 'calls' && <Calls history={history} />}
            {name === 'damaged' && settings.setAside.value.length > 0 && (
              <div class="actions">
                <button
                  type="button"
                  class="small"
                  onClick={() => document.getElementById('options-damaged')?.focus()}
                >
                  {WORDS.seeDamage}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p class="help">{WORDS.removal}</p>
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
          <summary>{WORDS.see(entries.length)}</summary>
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
          {HISTORY_WORDS.clear}
        </button>
        {cleared > 0 && (
          <>
            <p class="help" role="status">
              {HISTORY_WORDS.cleared(cleared)}
            </p>
            <button type="button" class="small" onClick={() => void history.undoClear()}>
              {HISTORY_WORDS.undo}
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
      <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
    </p>
  </li>
);
