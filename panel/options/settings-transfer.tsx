import { useMemo } from 'preact/hooks';
import { formatList } from '../../locales/format';
import type { Change } from '../../settings/transfer/settings-changes';
import {
  createSettingsImport,
  type ImportState,
  type SettingsImport,
} from '../../settings/transfer/settings-import';
import { PRESET_WORDS } from '../../strings/presets';
import { SETTINGS_FILE_WORDS as WORDS } from '../../strings/settings-file';
import { SITES_WORDS } from '../../strings/sites';
import { download } from '../files/download';
import { FileField } from '../ui/file-field';
import type { OptionsParts } from './options';

const MOST_BYTES = 5_000_000;

/** All settings in one file, and back. What a file changes is shown before anything is replaced. */
export function SettingsTransfer({ parts: { storage, siteAccess, signal } }: { parts: OptionsParts }) {
  const transfer = useMemo(
    () => createSettingsImport(storage, siteAccess, signal),
    [storage, siteAccess, signal],
  );
  const save = async () => {
    const text = await transfer.write();
    if (text !== undefined) download('external-chat-settings.json', 'application/json', text);
  };
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{WORDS.title}</h2>
      <p class="help">
        {WORDS.help} {WORDS.without}
      </p>
      <div class="transfer">
        <div class="actions">
          <button type="button" onClick={() => void save()}>
            {WORDS.save}
          </button>
        </div>
        <FileField
          id="settings-file"
          label={WORDS.choose}
          accept=".json,application/json"
          most={MOST_BYTES}
          take={({ text }) =>
            void (text === undefined ? transfer.refuse(WORDS.tooLarge) : transfer.read(text))
          }
        />
        <Shown transfer={transfer} />
      </div>
    </section>
  );
}

/** What has come of a file. */
function Shown({ transfer }: { transfer: SettingsImport }) {
  const state = transfer.state.value;
  return (
    <div class="preview">
      <p role="status">{summary(state)}</p>
      {state?.name === 'refused' && <Refused problems={state.problems} />}
      {state?.name === 'preview' && <Preview state={state} transfer={transfer} />}
      {state?.name === 'done' && <Done state={state} transfer={transfer} />}
    </div>
  );
}

function summary(state: ImportState | undefined): string {
  switch (state?.name) {
    case 'preview': {
      const { length } = state.plan.changes;
      return length === 0 ? WORDS.nothing : WORDS.count(length);
    }
    case 'done':
      return WORDS.done(state.changes);
    case 'undone':
      return WORDS.undone;
    case 'failed':
      return SITES_WORDS.failed(state.why);
    case 'refused':
      return WORDS.refused;
    default:
      return '';
  }
}

const Refused = ({ problems }: { problems: readonly string[] }) => (
  <>
    <ul class="bad-lines" aria-label={WORDS.refused}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
    <p class="help">{WORDS.refusedHelp}</p>
  </>
);

type Of<Name extends ImportState['name']> = {
  state: Extract<ImportState, { name: Name }>;
  transfer: SettingsImport;
};

function Preview({ state: { plan, leave }, transfer }: Of<'preview'>) {
  const { changes, skipped } = plan;
  return (
    <>
      {changes.length > 0 && (
        <ul class="changes" aria-label={WORDS.changes}>
          {changes.map((change, index) => (
            <ChangeRow key={index} change={change} />
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <p class="help">
          {WORDS.skipped} {formatList(skipped)}
        </p>
      )}
      {leave.length > 0 && (
        <p class="help">
          {WORDS.leaveNeeded} <bdi dir="ltr">{formatList(leave)}</bdi>
        </p>
      )}
      <div class="actions">
        {changes.length > 0 && (
          <button type="button" onClick={() => void transfer.replace()}>
            {WORDS.replace}
          </button>
        )}
        <button type="button" onClick={transfer.cancel}>
          {PRESET_WORDS.cancel}
        </button>
      </div>
    </>
  );
}

const ChangeRow = ({ change: { kind, what, was, becomes, detail } }: { change: Change }) => (
  <li class="entry">
    <p>
      <strong>{WORDS.kinds[kind]}</strong> <bdi>{what}</bdi>
    </p>
    {(was ?? becomes ?? detail) !== undefined && (
      <p class="facts">
        {was !== undefined && (
          <span>
            {WORDS.was} <bdi>{was}</bdi>
          </span>
        )}
        {becomes !== undefined && (
          <span>
            {WORDS.becomes} <bdi>{becomes}</bdi>
          </span>
        )}
        {detail}
      </p>
    )}
  </li>
);

function Done({ state: { leave, isAllowed, undo }, transfer }: Of<'done'>) {
  return (
    <>
      {leave.length > 0 && (
        <p class="help" id="settings-leave">
          <bdi dir="ltr">{formatList(leave)}</bdi>
        </p>
      )}
      <div class="actions">
        {leave.length > 0 && (
          <button type="button" aria-describedby="settings-leave" onClick={() => void transfer.allow(leave)}>
            {WORDS.allow}
          </button>
        )}
        <button type="button" onClick={() => void undo()}>
          {WORDS.undo}
        </button>
      </div>
      {isAllowed !== undefined && (
        <p class={isAllowed ? 'help' : 'error'} role="status">
          {isAllowed ? WORDS.allowed : WORDS.declined}
        </p>
      )}
    </>
  );
}
