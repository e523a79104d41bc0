import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PanelContext } from '../state/context';
import { followVisibility } from '../state/follow-visibility';
import { OptionsLink } from '../state/options-link';
import { UnreadBadge } from '../state/unread-badge';
import './chat.css';
import type { Meeting, Unread } from '../../protocol/meeting';
import { chatFor } from '../../settings/chat/config';
import { followConfig } from '../../settings/chat/follow-config';
import { type ChatAddress, fillTemplate } from '../../settings/chat/template';
import { CHAT_STRINGS } from '../../strings/chat';
import { CUSTOM_CHAT_STRINGS } from '../../strings/custom-chat';
import { createChatStore } from './chat-store';
import { CustomChat } from './custom-chat';
import type { TakeFocus } from './lead-focus';
import { MeetingChat } from './meeting-chat';
import { reportVisibility } from './report-visibility';

const WHICH = ['own', 'meeting'] as const;
type Which = (typeof WHICH)[number];

/** What stands behind the tab Chat: the meeting's own, and beside it that of the user where there is one. */
export function Chat({ context }: { context: PanelContext }) {
  const { store, connection, signal: stop } = context;
  const chat = useMemo(() => createChatStore(context), [context]);
  const { config, found, choice, front, isSeen } = useMemo(() => chooseChat(context), [context]);
  useEffect(() => reportVisibility(store, connection, isSeen.meeting, chat.painted, stop), [context]);

  const meeting = store.meeting.value;
  const shown = front.value;
  const takeFocus: TakeFocus = (onTaken) => {
    const id = store.meeting.peek()?.id;
    if (id !== undefined) context.takeFocus?.(id, onTaken);
  };
  const meetingChat = <MeetingChat {...{ store, chat, takeFocus }} isSeen={isSeen.meeting} />;
  if (!found.value) return meetingChat;
  const { managed } = config.value ?? {};
  const address = fillTemplate(found.value.url, {
    alias: meeting?.alias,
    meetingOrigin: meeting?.origin,
    pageOrigin: store.site.value,
    displayName: config.value?.own.displayName,
  });
  return (
    <>
      <fieldset class="which-chat">
        <legend class="unseen">{CUSTOM_CHAT_STRINGS.which}</legend>
        {WHICH.map((which) => (
          <button
            key={which}
            type="button"
            aria-pressed={shown === which}
            onClick={() => {
              choice.value = which;
            }}
          >
            {CUSTOM_CHAT_STRINGS.chats[which]} <UnreadBadge unread={meeting && unreadIn(meeting, which)} />
          </button>
        ))}
      </fieldset>
      {/* It stays loaded while the other is shown: it has to say what is unread. */}
      <div class="custom-chat-place" hidden={shown !== 'own'}>
        <CustomChatAtAddress
          context={context}
          meeting={meeting?.id}
          address={meeting ? address : WAITING}
          isManaged={managed?.chats.includes(found.value) === true}
          isShown={isSeen.own}
          takeFocus={takeFocus}
        />
      </div>
      {shown === 'meeting' && meetingChat}
    </>
  );
}

const unreadIn = ({ unread, externalUnread }: Meeting, which: Which): Unread =>
  which === 'own' ? externalUnread : unread;

const WAITING: ChatAddress = { kind: 'waiting' };

type CustomChatProps = {
  context: PanelContext;
  meeting: string | undefined;
  address: ChatAddress;
  /** An administrator has set it, and nobody else can correct it. */
  isManaged: boolean;
  isShown: ReadonlySignal<boolean>;
  takeFocus: TakeFocus;
};

/**
 * The chat at its address, or why it has none. While a meeting loads anew, and its address is not known yet,
 * its chat stays loaded and out of sight.
 */
function CustomChatAtAddress({ meeting, address, isManaged, ...chat }: CustomChatProps) {
  const last = useRef<{ meeting: string | undefined; url: string } | undefined>(undefined);
  const isKept = address.kind === 'waiting' && last.current?.meeting === meeting;
  if (!isKept) last.current = address.kind === 'url' ? { meeting, url: address.url } : undefined;
  const url = last.current?.url;
  const isToChoose = chat.context.store.status.value === 'choose';
  const obstacle = isToChoose ? CHAT_STRINGS.unavailable.choose : obstacleOf(address, isManaged);
  return (
    <>
      {obstacle !== undefined && (
        <p class="obstacle">
          {obstacle} {isOfOptions(address, isManaged) && <OptionsLink context={chat.context} page="chat" />}
        </p>
      )}
      {url !== undefined && (
        <div class="custom-chat-place" hidden={obstacle !== undefined}>
          <CustomChat url={url} {...chat} />
        </div>
      )}
    </>
  );
}

/** Whether it is the options in which the obstacle can be removed. */
const isOfOptions = (address: ChatAddress, isManaged: boolean): boolean =>
  (address.kind === 'wrong' && !isManaged) || (address.kind === 'unfit' && address.place === 'displayName');

function obstacleOf(address: ChatAddress, isManaged: boolean): string | undefined {
  if (address.kind === 'url') return undefined;
  if (address.kind === 'waiting') return CUSTOM_CHAT_STRINGS.waiting;
  if (address.kind === 'wrong')
    return isManaged ? CUSTOM_CHAT_STRINGS.wrongManaged(address.why) : CUSTOM_CHAT_STRINGS.wrong(address.why);
  const { place, value } = address;
  return place === 'displayName'
    ? CUSTOM_CHAT_STRINGS.unfitName(value)
    : CUSTOM_CHAT_STRINGS.unfitAlias(value);
}

/**
 * Which chat there is of the user's own, which of the two is in front, and whether that is on anybody's
 * screen. If only one of them has unread messages as the tab comes to the front, that one is chosen.
 */
function chooseChat({ store, storage, tab, isOnScreen, signal: stop }: PanelContext) {
  const config = followConfig(storage, stop);
  const isVisible = followVisibility(stop);
  const choice = signal<Which>('own');
  const found = computed(() => config.value && chatFor(store.site.value, config.value));
  const front = computed<Which>(() => (found.value ? choice.value : 'meeting'));
  const isInSight = computed(() => tab.value === 'chat' && isOnScreen.value && isVisible.value);
  const stopChoosing = effect(() => {
    if (!isInSight.value || !found.value) return;
    // Only as the tab comes to the front: nothing replaces a chat that somebody reads.
    const meeting = store.meeting.peek();
    const unread = meeting ? WHICH.filter((which) => unreadIn(meeting, which)) : [];
    if (unread.length === 1) [choice.value] = unread as [Which];
  });
  stop.addEventListener('abort', stopChoosing, { once: true });
  const seen = (which: Which) => computed(() => isInSight.value && front.value === which);
  return { config, found, choice, front, isSeen: { own: seen('own'), meeting: seen('meeting') } };
}
