import { useMemo } from 'preact/hooks';
import { formatList } from '../../locales/format';
import { PresetManager } from '../components/preset-manager';
import { createHistoryStore } from '../history/history-store';
import type { PresetsStore } from '../presets/presets-store';
import type { SettingsStore } from '../settings/settings-store';
import type { PanelStorage } from '../storage/area';
import { OPTIONS_WORDS } from '../words/options';
import { PRESET_WORDS } from '../words/presets';
import { ChatOptions } from './chat-options';
import { countries } from './countries';
import { Damaged } from './damaged';
import { Choice, Flag, NumberField } from './setting-field';

export type OptionsParts = {
  settings: SettingsStore;
  presets: PresetsStore;
  storage: PanelStorage;
  signal: AbortSignal;
  askForHost?: ((origin: string) => Promise<boolean>) | undefined;
};

/** The options page. Every change is saved as it is made. */
export function Options({ parts }: { parts: OptionsParts }) {
  const { settings, presets, signal } = parts;
  const choices = useMemo(countries, []);
  const { allow, problems } = settings.policy.value;
  return (
    <main class="options-page">
      <h1>{OPTIONS_WORDS.title}</h1>
      <Outcome settings={settings} />
      <Damaged settings={settings} />
      <section aria-labelledby="options-dialling">
        <h2 id="options-dialling">{OPTIONS_WORDS.dialling}</h2>
        <Choice store={settings} name="region" choices={choices} />
        <NumberField store={settings} name="noAnswerSeconds" least={5} most={600} />
        <Flag store={settings} name="overlap" />
      </section>
      <section aria-labelledby="options-guard">
        <h2 id="options-guard">{OPTIONS_WORDS.guard}</h2>
        <NumberField store={settings} name="perMinute" least={0} most={600} />
        <Flag store={settings} name="confirmPremium" />
        <Flag store={settings} name="confirmForeign" />
        {allow && <p>{OPTIONS_WORDS.allow(formatList(allow))}</p>}
        {problems.length > 0 && (
          <>
            <p class="error">{OPTIONS_WORDS.policyProblems}</p>
            <ul aria-label={OPTIONS_WORDS.policy}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="options-presets">
        <h2 id="options-presets">{OPTIONS_WORDS.presets}</h2>
        {presets.place.value.name === 'local' && <p class="help">{PRESET_WORDS.onlyHere}</p>}
        <PresetManager presets={presets} signal={signal} />
      </section>
      <ChatOptions storage={parts.storage} signal={signal} askForHost={parts.askForHost} />
      <HistoryOptions parts={parts} />
    </main>
  );
}

/** Says that a change is stored. It stays in sight, since a page that is closed too early stores nothing. */
function Outcome({ settings }: { settings: SettingsStore }) {
  const outcome = settings.outcome.value;
  return (
    <p class={outcome?.ok === false ? 'outcome error' : 'outcome'} role="status">
      {outcome && (outcome.ok ? OPTIONS_WORDS.saved : OPTIONS_WORDS.notSaved(outcome.why))}
    </p>
  );
}

function HistoryOptions({ parts: { settings, storage, signal } }: { parts: OptionsParts }) {
  const history = useMemo(() => createHistoryStore(storage, signal), [storage, signal]);
  const cleared = history.cleared.value.length;
  return (
    <section aria-labelledby="options-history">
      <h2 id="options-history">{OPTIONS_WORDS.history}</h2>
      <Flag store={settings} name="history" />
      <div class="actions">
        <button
          type="button"
          disabled={history.entries.value.length === 0}
          onClick={() => void history.clear()}
        >
          {OPTIONS_WORDS.clear}
        </button>
        {cleared > 0 && (
          <>
            <p class="help" role="status">
              {OPTIONS_WORDS.cleared(cleared)}
            </p>
            <button type="button" onClick={() => void history.undoClear()}>
              {OPTIONS_WORDS.undo}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
