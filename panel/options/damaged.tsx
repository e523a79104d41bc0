import type { SettingsStore } from '../../settings/settings-store';
import { OPTIONS_STRINGS } from '../../strings/options';
import { download } from '../files/download';

/** What could not be read and was quarantined: kept until the person has seen it and says otherwise. */
export function Damaged({ settings }: { settings: SettingsStore }) {
  const damaged = settings.quarantined.value;
  if (damaged.length === 0) return null;
  return (
    <section aria-labelledby="options-damaged">
      <h2 id="options-damaged" tabIndex={-1}>
        {OPTIONS_STRINGS.damaged}
      </h2>
      <p>{OPTIONS_STRINGS.damagedHelp}</p>
      <ul aria-label={OPTIONS_STRINGS.damaged}>
        {damaged.map(({ key, of, why, raw }) => (
          <li key={key} class="entry">
            <p id={`damaged-${key}`}>{OPTIONS_STRINGS.damagedEntry({ of, why })}</p>
            <div class="actions">
              <button
                type="button"
                class="small"
                aria-describedby={`damaged-${key}`}
                onClick={() =>
                  download(`${key}.json`, 'application/json', JSON.stringify(raw ?? null, undefined, 2))
                }
              >
                {OPTIONS_STRINGS.saveCopy}
              </button>
              <button
                type="button"
                class="small"
                aria-describedby={`damaged-${key}`}
                onClick={() => void settings.discard(key)}
              >
                {OPTIONS_STRINGS.discard}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
