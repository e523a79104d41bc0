import { useMemo } from 'preact/hooks';
import { LOG_STRINGS } from '../../strings/log';
import { directionOf, type LogLine, payloadOf } from './entry';
import { clockTime, timeTaken, wayOf, whyOf } from './format-entry';
import type { LogStore } from './log-store';

/** One message with everything that is known of it. */
export function Details({ entry, log, onClose }: { entry: LogLine; log: LogStore; onClose: () => void }) {
  const { verdict, at, origin, meeting, roundTrip, name } = entry;
  const data = log.dataOf(entry);
  const pretty = useMemo(() => JSON.stringify(payloadOf({ data }), undefined, 2) ?? '', [data]);
  const facts: [string, string][] = [
    [LOG_STRINGS.filters.verdict, LOG_STRINGS.verdicts[verdict]],
    [LOG_STRINGS.filters.direction, LOG_STRINGS.directions[directionOf(entry)]],
    [LOG_STRINGS.at, clockTime(at)],
    [LOG_STRINGS.way, wayOf(entry)],
    [LOG_STRINGS.origin, origin],
    [LOG_STRINGS.meeting, meeting ?? ''],
    [LOG_STRINGS.answered, roundTrip === undefined ? '' : timeTaken(roundTrip)],
  ];
  return (
    <section class="log-details" aria-label={LOG_STRINGS.details}>
      <div class="actions">
        <h3>{name || LOG_STRINGS.unnamed}</h3>
        <button type="button" class="small" onClick={onClose}>
          {LOG_STRINGS.close}
        </button>
      </div>
      <p>{whyOf(entry)}</p>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard scrolls what has the focus */}
      <section class="log-payload" tabIndex={0} aria-label={LOG_STRINGS.payload}>
        <pre>{pretty}</pre>
      </section>
    </section>
  );
}
