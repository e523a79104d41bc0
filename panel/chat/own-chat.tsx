import { useEffect, useRef, useState } from 'preact/hooks';
import type { Unread } from '../../protocol/meeting';
import type { PanelParts } from '../parts';
import { OWN_CHAT_WORDS } from '../words/own-chat';
import { refusesFraming } from './framing';
import { readUnread } from './unread/heard';

/** What a chat needs to work, and no more: it may not send the panel or the page elsewhere. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** A chat of the user's own, framed. */
export function OwnChat({ parts, url }: { parts: PanelParts; url: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isRefused, setRefused] = useState(false);
  const { store, connection } = parts;
  const meeting = store.meeting.value?.id;
  const { host, origin } = new URL(url);

  useEffect(() => {
    let isCurrent = true;
    setRefused(false);
    void refusesFraming(url).then((refuses) => isCurrent && setRefused(refuses));
    return () => {
      isCurrent = false;
    };
  }, [url]);

  useEffect(() => {
    if (meeting === undefined) return;
    const tell = (unread: Unread) => connection.send({ type: 'other-unread', meeting, unread });
    const listen = (event: MessageEvent<unknown>) => {
      const unread = frame.current ? readUnread(event, frame.current, origin) : undefined;
      if (unread !== undefined) tell(unread);
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
      // Nobody is left to say when it has been read.
      tell(0);
    };
  }, [meeting, origin]);

  if (isRefused) {
    return (
      <div class="obstacle">
        <p>{OWN_CHAT_WORDS.refused(host)}</p>
        <p class="actions">
          <a href={url} target="_blank" rel="noopener noreferrer">
            {OWN_CHAT_WORDS.inTab}
          </a>
          <button
            type="button"
            onClick={() => window.open(url, '_blank', 'noopener,noreferrer,popup,width=420,height=720')}
          >
            {OWN_CHAT_WORDS.inWindow}
          </button>
        </p>
      </div>
    );
  }
  return (
    <iframe
      ref={frame}
      class="own-chat"
      title={OWN_CHAT_WORDS.frame}
      src={url}
      sandbox={SANDBOX}
      allow="clipboard-write"
    />
  );
}
