import { useMemo } from 'preact/hooks';
import { formatTime } from '../../locales/format-date';
import type { ChatEntry } from '../../protocol/meeting';
import { CHAT_STRINGS } from '../../strings/chat';
import { plainName } from '../request/meeting/plain-name';
import { CopyButton } from '../ui/copy-button';
import { linkify } from './linkify';

/** How long after another message of the same person one still belongs to it. */
const GROUP_MS = 5 * 60_000;

/** Whether an entry goes on where the one before it ended: of the same person, and soon after. */
export const follows = (entry: ChatEntry, before: ChatEntry | undefined): boolean =>
  entry.name === 'message' &&
  before?.name === 'message' &&
  entry.own === before.own &&
  entry.displayName === before.displayName &&
  entry.at - before.at < GROUP_MS;

/** A guest may be called what the user is called here. */
function nameOf(displayName = ''): string {
  const name = plainName(displayName);
  return name === CHAT_STRINGS.you ? `“${name}”` : name || CHAT_STRINGS.unnamed;
}

/** Something that was said: who, when, what. Of one that goes on, who and when are only read aloud. */
export function Entry({ entry, isGrouped }: { entry: ChatEntry; isGrouped: boolean }) {
  const time = formatTime(entry.at);
  // Every message that arrives draws all entries anew.
  const pieces = useMemo(() => (entry.name === 'message' ? linkify(entry.text) : []), [entry]);
  if (entry.name === 'message-error') {
    return <li class="said error">{CHAT_STRINGS.notSent(entry.message)}</li>;
  }
  const name = entry.own ? CHAT_STRINGS.you : nameOf(entry.displayName);
  return (
    <li class={`said${entry.own ? ' own' : ''}${isGrouped ? ' grouped' : ''}`}>
      <p class="who">
        <span class={isGrouped ? 'unseen' : 'by'}>
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          <time dateTime={new Date(entry.at).toISOString()}>{time}</time>
        </span>
        <CopyButton
          class="plain copy"
          tabIndex={-1}
          text={entry.text}
          words={{ copy: CHAT_STRINGS.copy, copied: CHAT_STRINGS.copied, notCopied: CHAT_STRINGS.notCopied }}
          label={CHAT_STRINGS.copyFrom({ name, time })}
        />
      </p>
      <p class="what" dir="auto">
        {pieces.map(({ text, href, host }, index) =>
          href ? (
            <a key={index} tabIndex={-1} href={href} title={host} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </li>
  );
}
