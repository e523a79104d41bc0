import type { ComponentProps } from 'preact';
import { formatList } from '../../locales/format';
import type { DialRequest } from '../../protocol/dial-fields';
import { DETECT_STRINGS } from '../../strings/detect';
import { LIST_STRINGS } from '../../strings/lists';
import { PRESET_STRINGS } from '../../strings/presets';
import type { RegionOffer as Offer } from '../request/region-offer';
import { lazy } from '../ui/lazy';
import type { Target } from './lines';
import { ListTable } from './list-table';
import { summaryOf } from './summary';

const RegionOffer = lazy(() => import('../request/region-offer').then((module) => module.RegionOffer));

/** More lines than this are counted, not shown. */
const MAX_DETAILS = 200;

type Props = {
  offer: Omit<ComponentProps<typeof Offer>, 'numbers'>;
  targets: readonly Target[];
  /** Columns of a table that are not read; absent if the lines aren’t a table. */
  ignored: readonly string[] | undefined;
  refusal(request: DialRequest): string | undefined;
  isOnce: boolean;
  onOnce(once: boolean): void;
};

/** Shows what would be dialed before anything is, and which lines are worth a look. */
export function ListPreview({ targets, ignored, refusal, isOnce, onOnce, offer }: Props) {
  const { text, details, repeated } = summaryOf(targets, refusal);
  const numbers = targets.flatMap((target) =>
    'request' in target && target.note?.includes(DETECT_STRINGS.notes['no-region'])
      ? [target.request.destination]
      : [],
  );
  return (
    <div class="wide list-preview">
      <p class="help" role="status">
        {targets.length > 0 && text}
      </p>
      {ignored && ignored.length > 0 && <p class="help">{PRESET_STRINGS.ignored(formatList(ignored))}</p>}
      {ignored && <ListTable targets={targets} />}
      {details.length > 0 && (
        <details open={details.length <= 10}>
          <summary>{LIST_STRINGS.details}</summary>
          <ul class="bad-lines" aria-label={LIST_STRINGS.details}>
            {details.slice(0, MAX_DETAILS).map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
          {details.length > MAX_DETAILS && (
            <p class="help">{LIST_STRINGS.more(details.length - MAX_DETAILS)}</p>
          )}
        </details>
      )}
      {numbers.length > 0 && <RegionOffer {...offer} numbers={numbers} />}
      {repeated > 0 && (
        <label class="choice">
          <input type="checkbox" checked={isOnce} onChange={() => onOnce(!isOnce)} />
          {LIST_STRINGS.skipRepeats}
        </label>
      )}
    </div>
  );
}
