import { useMemo, useState } from 'preact/hooks';
import { errorText } from '../../protocol/error-text';
import { DIAGNOSTICS_STRINGS } from '../../strings/diagnostics';
import type { OptionsPage, PanelContext } from '../state/context';
import { OptionsLink } from '../state/options-link';
import type { SiteServices } from '../state/site-services';
import { type Diagnosis, examine, type FindingName } from './examine';
import { findingText, remedyText } from './finding-text';
import { createGatherer } from './gather';
import { RatingIcon } from './rating-icon';
import './diagnostics.css';

/** One button that says, in order, what holds and what does not, with the remedy. */
export function Diagnostics({ context }: { context: PanelContext }) {
  const gather = useMemo(() => createGatherer(context), [context]);
  const [findings, setFindings] = useState<readonly Diagnosis[]>();
  const [ask, setAsk] = useState<SiteServices['ask']>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  /** Does one thing at a time; where that fails, what happened is shown. */
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      console.warn(error);
      setFailure(DIAGNOSTICS_STRINGS.failed(errorText(error)));
    } finally {
      setBusy(false);
    }
  };
  const run = () => {
    // What was found before may not hold any more.
    setFindings(undefined);
    return attempt(async () => {
      const site = await context.loadSiteServices?.();
      setAsk(() => site?.ask);
      setFindings(examine(await gather()));
    });
  };
  const allow = async (origin: string) => {
    let isGiven = false;
    await attempt(async () => {
      isGiven = (await ask?.(origin)) === true;
    });
    if (isGiven) await run();
  };
  const countOf = (wanted: Diagnosis['rating']) =>
    findings?.filter(({ rating }) => rating === wanted).length ?? 0;
  return (
    <section class="diagnostics" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{DIAGNOSTICS_STRINGS.title}</h2>
      <p class="help">{DIAGNOSTICS_STRINGS.help}</p>
      <div class="actions">
        <button type="button" aria-disabled={isBusy} onClick={() => isBusy || void run()}>
          {DIAGNOSTICS_STRINGS.examine}
        </button>
        <p role="status" class={failure && 'error'}>
          {failure ?? (findings && summaryOf(countOf('bad'), countOf('doubt')))}
        </p>
      </div>
      {findings && (
        <ol aria-label={DIAGNOSTICS_STRINGS.findings}>
          {findings.map((finding) => (
            <Line
              key={finding.check}
              context={context}
              finding={finding}
              allow={ask && ((origin) => void allow(origin))}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function summaryOf(problems: number, warnings: number): string {
  if (problems > 0) return DIAGNOSTICS_STRINGS.wrong(problems);
  return warnings > 0 ? DIAGNOSTICS_STRINGS.warnings(warnings) : DIAGNOSTICS_STRINGS.nothingWrong;
}

/** Where in the options it is done what a finding is remedied by. */
const DONE_IN: Partial<Record<FindingName, OptionsPage>> = {
  othersUnseen: 'sites',
  chatNone: 'chat',
  chatOutdated: 'chat',
  chatBroken: 'chat',
};

type LineProps = {
  context: PanelContext;
  finding: Diagnosis;
  /** Asks for the permission that is missing; not everywhere can be asked. */
  allow: ((origin: string) => void) | undefined;
};

function Line({ context, finding, allow }: LineProps) {
  const { check, rating, ask: origin } = finding;
  const remedy = remedyText(finding);
  const page = finding.isFixed ? undefined : DONE_IN[finding.name];
  return (
    <li class={`finding finding-${rating}`} data-finding={finding.name}>
      <RatingIcon of={rating} />
      <div>
        <p>
          <span class="check">{DIAGNOSTICS_STRINGS.checks[check]}</span>{' '}
          <span class="rating">{DIAGNOSTICS_STRINGS.ratings[rating]}</span>
        </p>
        <p>{findingText(finding)}</p>
        {remedy && (
          <p class="help">
            {remedy} {page && <OptionsLink context={context} page={page} />}
          </p>
        )}
        {allow && origin !== undefined && (
          <button type="button" class="small" onClick={() => allow(origin)}>
            {DIAGNOSTICS_STRINGS.allow(origin)}
          </button>
        )}
      </div>
    </li>
  );
}
