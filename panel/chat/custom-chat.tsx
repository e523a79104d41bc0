import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Unread } from '../../protocol/meeting';
import { meetingRefOf } from '../../protocol/panel-requests';
import { CUSTOM_CHAT_STRINGS } from '../../strings/custom-chat';
import type { PanelContext } from '../state/context';
import { isInOrdinaryProfile } from '../state/ordinary-profile';
import { reachOf } from '../state/reach';
import { FrameTrouble } from './frame-trouble';
import { leadFocus, type TakeFocus } from './lead-focus';
import { eventOf, goTo } from './rocket-chat';
import { createUnreadReader } from './unread/reader';
import { createSinceSeen } from './unread/since-seen';
import { type FrameState, watchFrame } from './watch-frame';

/** What a chat needs to work, and no more: it may not send the panel or the page elsewhere. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

type Props = {
  context: PanelContext;
  url: string;
  isShown: ReadonlySignal<boolean>;
  takeFocus: TakeFocus;
};

type FramedProps = Props & {
  /** It gets neither the cookies nor the store of the profile, and leaves nothing there. */
  isApart: boolean;
  /** It did not appear before, and may not appear now. */
  isRetry: boolean;
  onRetry: () => void;
};

/** A chat of the user's own: framed, with a way to it where it does not appear. */
export function CustomChat(props: Props) {
  const { context, url } = props;
  const { origin } = new URL(url);
  const [tried, setTried] = useState({ origin, attempt: 0 });
  // Another origin is another chat, of which nothing is known yet.
  const attempt = tried.origin === origin ? tried.attempt : 0;
  const [isApart, setApart] = useState<boolean>();
  useEffect(() => void isInOrdinaryProfile(context).then(setApart), [context]);
  if (isApart === undefined) return null;
  return (
    <Framed
      key={`${origin} ${attempt}`}
      {...props}
      isApart={isApart}
      isRetry={attempt > 0}
      onRetry={() => setTried({ origin, attempt: attempt + 1 })}
    />
  );
}

function Framed({ context, url, isShown, takeFocus, isApart, isRetry, onRetry }: FramedProps) {
  const { store, connection, postToFrame } = context;
  const frame = useRef<HTMLIFrameElement>(null);
  const isRocketChat = useRef(false);
  /** What the frame was loaded with. */
  const [src, load] = useState(url);
  const { state, watch } = useFrameState(context, src, isApart);
  const meeting = store.meeting.value?.id;
  const { origin } = new URL(url);

  const isWorthFocus = useRef(!isRetry);
  isWorthFocus.current ||= ['shown', 'silent', 'unknown'].includes(state.name);
  useEffect(
    () => leadFocus(isShown, takeFocus, () => isWorthFocus.current && frame.current?.focus()),
    [isShown],
  );

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
    // Another room of a Rocket.Chat that is already loaded needs no second load.
    if (isRocketChat.current) go();
    else load(url);
    const listen = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow || from !== origin) return;
      watch.current?.onMessage();
      const event = eventOf(data);
      isRocketChat.current ||= event !== undefined;
      // It has begun anew, as after a log-in that led elsewhere.
      if (event === 'startup') go();
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [url]);

  return (
    <>
      {state.name !== 'refused' && (
        <iframe
          ref={frame}
          class="custom-chat"
          title={CUSTOM_CHAT_STRINGS.chats.own}
          {...(isApart && { credentialless: true })}
          src={src}
          sandbox={SANDBOX}
          allow="clipboard-write"
          hidden={state.name === 'unreachable'}
          onLoad={() => watch.current?.onLoad()}
        />
      )}
      <FrameTrouble key={state.name} state={state} url={url} onRetry={onRetry} announce={store.announce} />
    </>
  );
}

/** Follows whether what was loaded appears. */
function useFrameState({ loadSiteServices }: PanelContext, src: string, isApart: boolean) {
  const [state, setState] = useState<FrameState>({ name: 'loading' });
  const watch = useRef<ReturnType<typeof watchFrame> | undefined>(undefined);
  // Before the frame can have loaded anything.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const find = async () =>
      reachOf(src, await (await loadSiteServices?.())?.mayReach(new URL(src).origin), stop.signal, isApart);
    watch.current = watchFrame(find(), setState, stop.signal);
    return () => stop.abort();
  }, [src]);
  return { state, watch };
}
