import { useState } from 'preact/hooks';
import { SESSION_STRINGS } from '../../strings/log';
import { download } from '../files/download';
import type { PanelContext } from '../state/context';
import { useKept } from '../state/use-kept';
import { FileField, type PickedFile } from '../ui/file-field';
import { keptFile, readKeptFile } from '../ui/kept-file';
import { asScenario } from './as-scenario';
import type { LogStore } from './log-store';
import { reportOf } from './report';
import { entriesOf, MAX_SESSION_BYTES, readSession, type Session, sessionOf, writeSession } from './session';

/** Saves what is in the log, and opens what was saved. What is hidden in the log is not in what is saved. */
export function Files({ context, log }: { context: PanelContext; log: LogStore }) {
  const { store, version } = context;
  const [outcome, setOutcome] = useState('');
  const [problem, setProblem] = useState('');
  const [opened, setOpened] = useState<PickedFile>();
  const [isOpen, setOpen] = useState(false);
  const loaded = log.loaded.value;
  useKept(context, 'log-session', opened, keptFile, (kept) => {
    const file = readKeptFile(kept);
    if (!file || log.loaded.peek() !== undefined) return;
    open(file);
    // It says whose messages the log has.
    setOpen(true);
  });

  const session = (): Session =>
    sessionOf(
      log.entries.peek(),
      {
        at: Date.now(),
        extension: version ?? '',
        browser: navigator.userAgent,
        site: store.site.peek(),
        mode: store.mode.peek(),
        dropped: store.dropped.peek(),
        meetings: [...store.meetings.peek()],
      },
      log.isMasked.peek(),
    );
  const stamp = () => new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const copyScenario = () =>
    navigator.clipboard.writeText(asScenario(entriesOf(session()), SESSION_STRINGS.scenarioName)).then(
      () => setOutcome(SESSION_STRINGS.copied),
      () => setOutcome(SESSION_STRINGS.notCopied),
    );

  function open(file: PickedFile): void {
    const { name, text } = file;
    if (text === undefined) {
      setProblem(SESSION_STRINGS.tooLarge);
      return;
    }
    const read = readSession(text);
    setProblem(read.ok ? '' : SESSION_STRINGS.notRead(read.error));
    if (!read.ok) return;
    log.load({ name, entries: entriesOf(read.value) });
    setOpened(file);
  }

  function backToPage(): void {
    log.load(undefined);
    setOpened(undefined);
  }

  return (
    <details class="log-part" open={isOpen}>
      <summary>{SESSION_STRINGS.files}</summary>
      <div class="log-files">
        <div class="actions">
          <button
            type="button"
            class="small"
            onClick={() => download(`session-${stamp()}.json`, 'application/json', writeSession(session()))}
          >
            {SESSION_STRINGS.save}
          </button>
          <button
            type="button"
            class="small"
            onClick={() => download(`report-${stamp()}.md`, 'text/markdown', reportOf(session()))}
          >
            {SESSION_STRINGS.report}
          </button>
          <button type="button" class="small" onClick={() => void copyScenario()}>
            {SESSION_STRINGS.scenario}
          </button>
        </div>
        <p class="help" role="status">
          {outcome}
        </p>
        <FileField
          id="log-open"
          label={SESSION_STRINGS.open}
          accept=".json,application/json"
          max={MAX_SESSION_BYTES}
          problem={problem}
          onFile={open}
        />
        {loaded !== undefined && (
          <div class="actions">
            <p class="help" role="status">
              {SESSION_STRINGS.openedFile(loaded)}
            </p>
            <button type="button" class="small" onClick={backToPage}>
              {SESSION_STRINGS.backToPage}
            </button>
          </div>
        )}
      </div>
    </details>
  );
}
