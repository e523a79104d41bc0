import { useMemo } from 'preact/hooks';
import { formatList } from '../../locales/format';
import type { Change } from '../../settings/transfer/settings-changes';
import {
  createSettingsImport,
  type ImportState,
  type SettingsImport,
} from '../../settings/transfer/settings-import';
import { PRESET_STRINGS } from '../../strings/presets';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../../strings/settings-file';
import { SITES_STRINGS } from '../../strings/sites';
import { download } from '../files/download';
import { FileField, MAX_IMPORT_BYTES } from '../ui/file-field';
import type { OptionsContext } from './context';
import { TemplateText } from './template-text';

/** All settings in one file, and back. What a file changes is shown before anything is replaced. */
export function SettingsTransfer({ context: { storage, siteAccess, signal } }: { context: OptionsContext }) {
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
      <h2 id="transfer">{STRINGS.title}</h2>
      <p class="help">
        {STRINGS.help} {STRINGS.without}
      </p>
      <div class="transfer">
        <div class="actions">
          <button type="button" onClick={() => void save()}>
            {STRINGS.save}
          </button>
        </div>
        <FileField
          id="settings-file"
          label={STRINGS.choose}
          accept=".json,application/json"
          max={MAX_IMPORT_BYTES}
          onFile={({ text }) =>
            void (text === undefined ? transfer.refuse(STRINGS.tooLarge) : transfer.read(text))
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
      return length === 0 ? STRINGS.nothing : STRINGS.count(length);
    }
    case 'done':
      return STRINGS.done(state.changes);
    case 'undone':
      return STRINGS.undone;
    case 'failed':
      return SITES_STRINGS.failed(state.why);
    case 'refused':
      return STRINGS.refused;
    default:
      return '';
  }
}

const Refused = ({ problems }: { problems: readonly string[] }) => (
  <>
    <ul class="bad-lines" aria-label={STRINGS.refused}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
    <p class="help">{STRINGS.refusedHelp}</p>
  </>
);

type Of<Name extends ImportState['name']> = {
  state: Extract<ImportState, { name: Name }>;
  transfer: SettingsImport;
};

function Preview({ state: { plan, permissions }, transfer }: Of<'preview'>) {
  const { changes, skipped } = plan;
  return (
    <>
      {changes.length > 0 && (
        <ul class="changes" aria-label={STRINGS.changes}>
          {changes.map((change, index) => (
            <ChangeRow key={index} change={change} />
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <p class="help">
          {STRINGS.skipped} {formatList(skipped)}
        </p>
      )}
      {permissions.length > 0 && (
        <p class="help">
          {STRINGS.permissionNeeded} <bdi dir="ltr">{formatList(permissions)}</bdi>
        </p>
      )}
      <div class="actions">
        {changes.length > 0 && (
          <button type="button" onClick={() => void transfer.replace()}>
            {STRINGS.replace}
          </button>
        )}
        <button type="button" onClick={transfer.cancel}>
          {PRESET_STRINGS.cancel}
        </button>
      </div>
    </>
  );
}

const ChangeRow = ({ change: { kind, what, was, becomes, detail } }: { change: Change }) => (
  <li class="entry">
    <p>
      <strong>{STRINGS.kinds[kind]}</strong> <bdi>{what}</bdi>
    </p>
    {(was ?? becomes ?? detail) !== undefined && (
      <p class="facts">
        {was !== undefined && (
          <span>
            {STRINGS.was}{' '}
            <bdi>
              <TemplateText text={was} />
            </bdi>
          </span>
        )}
        {becomes !== undefined && (
          <span>
            {STRINGS.becomes}{' '}
            <bdi>
              <TemplateText text={becomes} />
            </bdi>
          </span>
        )}
        {detail}
      </p>
    )}
  </li>
);

function Done({ state: { permissions, isAllowed, undo }, transfer }: Of<'done'>) {
  return (
    <>
      {permissions.length > 0 && (
        <p class="help" id="settings-permission">
          <bdi dir="ltr">{formatList(permissions)}</bdi>
        </p>
      )}
      <div class="actions">
        {permissions.length > 0 && (
          <button
            type="button"
            aria-describedby="settings-permission"
            onClick={() => void transfer.allow(permissions)}
          >
            {STRINGS.allow}
          </button>
        )}
        <button type="button" onClick={() => void undo()}>
          {STRINGS.undo}
        </button>
      </div>
      {isAllowed !== undefined && (
        <p class={isAllowed ? 'help' : 'error'} role="status">
          {isAllowed ? STRINGS.allowed : STRINGS.declined}
        </p>
      )}
    </>
  );
}
