import { useMemo } from 'preact/hooks';
import { formatTime } from '../../locales/format-date';
import type { ChatEntry } from '../../protocol/meeting';
import { CHAT_STRINGS } from '../../strings/chat';
import { CopyButton } from './copy';
import { linkify } from './linkify';

/** Something that was said: who, when, what. */
export function Entry({ entry }: { entry: ChatEntry }) {
  const time = formatTime(entry.at);
  // Every message that arrives draws all entries anew.
  const pieces = useMemo(() => (entry.name === 'message' ? linkify(entry.text) : []), [entry]);
  if (entry.name === 'message-error') {
    return <li class="said error">{CHAT_STRINGS.notSent(entry.message)}</li>;
  }
  const name = entry.own ? CHAT_STRINGS.you : entry.displayName || CHAT_STRINGS.unnamed;
  return (
    <li class={entry.own ? 'said own' : 'said'}>
      <p class="who">
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <time dateTime={new Date(entry.at).toISOString()}>{time}</time>
        <CopyButton text={entry.text} label={CHAT_STRINGS.copyFrom({ name, time })} />
      </p>
      <p class="what" dir="auto">
        {pieces.map(({ text, href, host }, index) =>
          href ? (
            <a key={index} href={href} title={host} target="_blank" rel="noopener noreferrer">
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
