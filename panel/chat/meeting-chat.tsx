import type { ReadonlySignal } from '@preact/signals';
import { Fragment, type TargetedEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatTime } from '../../locales/format-date';
import { hasFeature } from '../../protocol/calls';
import { CHAT_STRINGS } from '../../strings/chat';
import type { PanelStore } from '../state/store';
import { CopyButton } from '../ui/copy-button';
import { keyOf } from '../ui/key-of';
import type { ChatStore } from './chat-store';
import { Composer } from './composer';
import { Entry, follows } from './entry';
import type { TakeFocus } from './lead-focus';
import { showTouched } from './show-touched';
import { useUnseen } from './use-unseen';

type LogProps = { store: PanelStore; chat: ChatStore; isSeen: ReadonlySignal<boolean> };
type Props = LogProps & { takeFocus: TakeFocus };

/** The meeting's own chat: what was said, and a field to say something. */
export function MeetingChat({ store, chat, isSeen, takeFocus }: Props) {
  const entries = chat.entries.value;
  const obstacle = obstacleOf(store);
  const hasComposer = useRef(false);
  hasComposer.current = !obstacle || (hasComposer.current && obstacle.isPassing);
  // Out of sight, it can get the focus back.
  const isInSight = hasComposer.current && store.status.value !== 'no-meeting';
  return (
    <section class="meeting-chat" aria-label={CHAT_STRINGS.label}>
      {(entries.length > 0 || isOffered(store)) && (
        <>
          <div class="chat-tools" data-empty={entries.length === 0}>
            <CopyButton
              class="plain copy"
              text={asText(chat)}
              words={{
                copy: CHAT_STRINGS.copyAll,
                copied: CHAT_STRINGS.copied,
                notCopied: CHAT_STRINGS.notCopied,
              }}
            />
          </div>
          <Log key={`${store.page.value} ${store.meeting.value?.id}`} {...{ store, chat, isSeen }} />
        </>
      )}
      {!isInSight && (
        // Another one is as high as its own text, and stands at the lower edge.
        <p key={obstacle?.text} class="obstacle">
          {obstacle?.text}
        </p>
      )}
      {hasComposer.current && (
        <Composer
          key="composer"
          chat={chat}
          isSeen={isSeen}
          takeFocus={takeFocus}
          obstacle={obstacle?.text}
          isHidden={!isInSight}
        />
      )}
    </section>
  );
}

/** What was said, with a line before what is new. */
function Log({ store, chat, isSeen }: LogProps) {
  const log = useRef<HTMLDivElement>(null);
  const { firstNew, below, onScroll, toEnd } = useUnseen(log, chat, store, isSeen);
  const entries = chat.entries.value;
  const pending = chat.pending.value;
  useEffect(() => {
    const stop = new AbortController();
    showTouched(stop.signal);
    return () => stop.abort();
  }, []);
  return (
    <>
      <div
        class="log"
        role="log"
        aria-label={CHAT_STRINGS.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        ref={log}
        aria-keyshortcuts="ArrowUp ArrowDown"
        onScroll={onScroll}
        onKeyDown={moveInLog}
      >
        {chat.isCut.value && <p class="help">{CHAT_STRINGS.older}</p>}
        {entries.length + pending.length === 0 ? (
          <div class="empty">
            <p>{CHAT_STRINGS.empty}</p>
            <p>{CHAT_STRINGS.emptyHint}</p>
          </div>
        ) : (
          <ol>
            {entries.map((entry, index) => (
              <Fragment key={index}>
                {index === firstNew && <li class="new-line">{CHAT_STRINGS.newFromHere}</li>}
                <Entry entry={entry} isGrouped={index !== firstNew && follows(entry, entries[index - 1])} />
              </Fragment>
            ))}
            {pending.map((each) => (
              <li key={each.requestId} class="said own pending">
                <p class="what" dir="auto">
                  {each.text}
                </p>
                {each.error === undefined ? (
                  <p class="help">{CHAT_STRINGS.sending}</p>
                ) : (
                  <p class="error">
                    {CHAT_STRINGS.notSent(each.error)}
                    <button type="button" class="plain" tabIndex={-1} onClick={() => chat.sendAgain(each)}>
                      {CHAT_STRINGS.sendAgain}
                    </button>
                    <button type="button" class="plain" tabIndex={-1} onClick={() => chat.discard(each)}>
                      {CHAT_STRINGS.discard}
                    </button>
                  </p>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
      {below > 0 && (
        <p class="below">
          <button type="button" class="small" onClick={toEnd}>
            {CHAT_STRINGS.newBelow(below)}
          </button>
        </p>
      )}
    </>
  );
}

/**
 * The log is one Tab stop, however much was said: arrow keys lead from one link or action in it to the next,
 * beginning at the end.
 */
function moveInLog(event: TargetedEvent<HTMLDivElement, KeyboardEvent>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[keyOf(event)];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const at = stops.findIndex((each) => each.matches(':focus'));
  const next = at >= 0 ? stops[at + step] : step < 0 && stops.at(-1);
  // At either end, the log scrolls.
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/**
 * Without a meeting, or with a plugin that leaves the meeting's chat alone, the log stays empty.
 */
function isOffered(store: PanelStore): boolean {
  const meeting = store.meeting.value;
  return meeting !== undefined && (meeting.plugin.name !== 'ready' || hasFeature(meeting, 'messages'));
}

/** Why nothing can be sent. `isPassing`: only while a meeting reloads, and somebody may be typing. */
type Obstacle = { text: string; isPassing: boolean };

function obstacleOf(store: PanelStore): Obstacle | undefined {
  const meeting = store.meeting.value;
  const status = store.status.value;
  if (meeting?.plugin.name === 'ready' && !hasFeature(meeting, 'messages')) {
    const { announced, version } = meeting.plugin;
    if (!announced) return { text: CHAT_STRINGS.unavailable.unannounced, isPassing: false };
    // Only this product's plugin tells its version, and has a newer one that can.
    const lacks = version === undefined ? 'plugin' : 'outdated';
    return { text: CHAT_STRINGS.unavailable[lacks], isPassing: false };
  }
  if (status === 'in-meeting') return undefined;
  return { text: CHAT_STRINGS.unavailable[status], isPassing: status !== 'choose' };
}

/** The conversation as it is pasted somewhere else. */
const asText = (chat: ChatStore): string =>
  chat.entries.value
    .flatMap((entry) =>
      entry.name === 'message'
        ? [
            `${formatTime(entry.at)} ${entry.own ? CHAT_STRINGS.you : (entry.displayName ?? '')}: ${entry.text}`,
          ]
        : [],
    )
    .join('\n');
