import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Unread } from '../../protocol/meeting';
import { meetingRefOf } from '../../protocol/panel-requests';
import { CUSTOM_CHAT_STRINGS } from '../../strings/custom-chat';
import type { PanelContext } from '../state/context';
import { refusesFraming } from '../state/framing';
import { eventOf, goTo } from './rocket-chat';
import { createUnreadReader } from './unread/reader';
import { createSinceSeen } from './unread/since-seen';

/** What a chat needs to work, and no more: it may not send the panel or the page elsewhere. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

type Props = { context: PanelContext; url: string; isShown: ReadonlySignal<boolean> };

/** A chat of the user's own: framed, or a way to it where it cannot be. */
export function CustomChat({ context, url, isShown }: Props) {
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    setRefused(false);
    void refusesFraming(url).then((refuses) => isCurrent && setRefused(refuses));
    return () => {
      isCurrent = false;
    };
  }, [url]);
  // Another origin is another chat, of which nothing is known yet.
  if (!isRefused) return <Framed key={new URL(url).origin} context={context} url={url} isShown={isShown} />;
  return (
    <div class="obstacle">
      <p>{CUSTOM_CHAT_STRINGS.refused(new URL(url).host)}</p>
      <p class="actions">
        <a href={url} target="_blank" rel="noopener noreferrer">
          {CUSTOM_CHAT_STRINGS.inTab}
        </a>
        <button
          type="button"
          onClick={() => window.open(url, '_blank', 'noopener,noreferrer,popup,width=420,height=720')}
        >
          {CUSTOM_CHAT_STRINGS.inWindow}
        </button>
      </p>
    </div>
  );
}

function Framed({ context: { store, connection, postToFrame }, url, isShown }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const isRocketChat = useRef(false);
  /** What the frame was loaded with. */
  const [src, load] = useState(url);
  const meeting = store.meeting.value?.id;
  const { origin } = new URL(url);

  useEffect(() => {
    if (meeting === undefined) return;
    let reported: Unread = 0;
    const report = (unread: Unread) => {
      if (unread === reported) return;
      reported = unread;
      const target = store.meetings.peek().find(({ id }) => id === meeting);
      if (target) connection.send({ type: 'other-unread', ...meetingRefOf(target), unread });
    };
    const read = createUnreadReader(origin);
    const sinceSeen = createSinceSeen();
    const stopFollowing = isShown.subscribe((shown) => report(sinceSeen.show(shown)));
    const listen = (event: MessageEvent<unknown>) => {
      const unread = frame.current ? read(event, frame.current) : undefined;
      if (unread !== undefined) report(sinceSeen.count(unread));
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
      stopFollowing();
      // Nobody is left to say when it has been read.
      report(0);
    };
  }, [meeting, origin]);

  useEffect(() => {
    const go = () => frame.current && postToFrame?.(frame.current, goTo(url), origin);
    // Another room of a Rocket.Chat that is here already is no reason to load all of it again.
    if (isRocketChat.current) go();
    else load(url);
    const listen = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow || from !== origin) return;
      const event = eventOf(data);
      isRocketChat.current ||= event !== undefined;
      // It has begun anew, as after a log-in that led elsewhere.
      if (event === 'startup') go();
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [url]);

  return (
    <iframe
      ref={frame}
      class="custom-chat"
      title={CUSTOM_CHAT_STRINGS.chats.own}
      src={src}
      sandbox={SANDBOX}
      allow="clipboard-write"
    />
  );
}
