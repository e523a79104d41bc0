import type { ComponentProps } from 'preact';
import { DETECT_STRINGS } from '../../strings/detect';
import { LIST_STRINGS } from '../../strings/lists';
import type { RegionOffer as Offer } from '../request/region-offer';
import { lazy } from '../ui/lazy';
import type { Target } from './lines';
import { summaryOf } from './summary';

const RegionOffer = lazy(() => import('../request/region-offer').then((module) => module.RegionOffer));

type Props = {
  offer: Omit<ComponentProps<typeof Offer>, 'numbers'>;
  targets: readonly Target[];
  refusal(destination: string): string | undefined;
  isOnce: boolean;
  onOnce(once: boolean): void;
};

/** Shows what would be dialed before anything is, and which lines are worth a look. */
export function ListPreview({ targets, refusal, isOnce, onOnce, offer }: Props) {
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
      {details.length > 0 && (
        <details open={details.length <= 10}>
          <summary>{LIST_STRINGS.details}</summary>
          <ul class="bad-lines" aria-label={LIST_STRINGS.details}>
            {details.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
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
