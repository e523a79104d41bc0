import { perLanguage } from '../../locales/format';
import { parseHostMessage } from '../../protocol/parse-host-message';
import { parsePluginMessage } from '../../protocol/parse-plugin-message';
import { describeMismatch } from '../../strings/describe-fault';
import { LOG_STRINGS } from '../../strings/log';
import { type LogLine, payloadOf } from './entry';

/** The way from the top window to the frame that spoke or was spoken to: "top › iframe#webapp3 › plugin". */
export function wayOf({ frame, verdict, origin }: Pick<LogLine, 'frame' | 'verdict' | 'origin'>): string {
  if (frame === undefined) return LOG_STRINGS.notOfPage;
  const parts = frame === '' ? [] : frame.split(' › ');
  // The sender of a message, or the receiver of an answer, is shown in the plugin's place.
  const isPlugin = verdict === 'accepted' || verdict === 'sent';
  const named = parts.map((part, index) => {
    if (isPlugin && index > 0 && index === parts.length - 1) return LOG_STRINGS.plugin;
    return /^-?\d+$/.test(part) ? LOG_STRINGS.frame(Number(part) + 1) : part;
  });
  if (verdict === 'sent' && origin === '*') named.push(LOG_STRINGS.everybody);
  return [LOG_STRINGS.top, ...named].join(' › ');
}

/** Why an entry has its verdict, in a sentence. */
export function whyOf(entry: LogLine): string {
  if (entry.verdict !== 'shape') return LOG_STRINGS.why[entry.verdict];
  const parse = entry.end === 'plugin' ? parseHostMessage : parsePluginMessage;
  const parsed = parse(payloadOf(entry));
  return !parsed.ok && parsed.reason === 'shape'
    ? LOG_STRINGS.why.shape(`${describeMismatch(parsed)}.`)
    : LOG_STRINGS.cut;
}

/** A time between two messages. What takes less than a tenth of a millisecond is not told apart. */
export const timeTaken = (milliseconds: number): string =>
  LOG_STRINGS.took(milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds));

const clock = perLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hour12: false,
    }),
);

/** The time of day, to the millisecond. */
export const clockTime = (at: number): string => clock().format(at);
