import { computed, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { PanelContext } from '../state/context';
import { followVisibility } from '../state/follow-visibility';
import './chat.css';
import { chatFor } from '../../settings/chat/config';
import { followConfig } from '../../settings/chat/follow-config';
import { fillTemplate } from '../../settings/chat/template';
import { CUSTOM_CHAT_STRINGS } from '../../strings/custom-chat';
import { createChatStore } from './chat-store';
import { CustomChat } from './custom-chat';
import { MeetingChat } from './meeting-chat';
import { reportVisibility } from './report-visibility';

type Which = 'own' | 'meeting';

/** What stands behind the tab Chat: the meeting's own, and beside it that of the user where there is one. */
export function Chat({ context }: { context: PanelContext }) {
  const { store, connection, signal: stop } = context;
  const chat = useMemo(() => createChatStore(store, connection, stop), [store, connection, stop]);
  const { config, found, choice, front, isSeen } = useMemo(() => chooseChat(context), [context]);
  useEffect(() => reportVisibility(store, connection, isSeen.meeting, chat.painted, stop), [context]);

  const meeting = store.meeting.value;
  const shown = front.value;
  if (!found.value) return <MeetingChat store={store} chat={chat} isSeen={isSeen.meeting} />;
  const url = fillTemplate(found.value.url, {
    alias: meeting?.alias ?? '',
    meetingOrigin: meeting?.origin ?? '',
    pageOrigin: store.site.value,
    displayName: config.value?.own.displayName ?? '',
  });
  return (
    <>
      <fieldset class="which-chat">
        <legend class="unseen">{CUSTOM_CHAT_STRINGS.which}</legend>
        {(['own', 'meeting'] as const).map((which) => (
          <button
            key={which}
            type="button"
            aria-pressed={shown === which}
            onClick={() => {
              choice.value = which;
            }}
          >
            {CUSTOM_CHAT_STRINGS.chats[which]}
          </button>
        ))}
      </fieldset>
      {/* It stays loaded while the other is shown: it has to say what is unread. */}
      <div class="custom-chat-place" hidden={shown !== 'own'}>
        {url && meeting ? (
          <CustomChat context={context} url={url} isShown={isSeen.own} />
        ) : (
          <p class="obstacle">{url ? null : CUSTOM_CHAT_STRINGS.wrong}</p>
        )}
      </div>
      {shown === 'meeting' && <MeetingChat store={store} chat={chat} isSeen={isSeen.meeting} />}
    </>
  );
}

/**
 * Which chat there is of the user's own, which of the two is in front, and whether that is on anybody's
 * screen.
 */
function chooseChat({ store, storage, tab, isOnScreen, signal: stop }: PanelContext) {
  const config = followConfig(storage, stop);
  const isVisible = followVisibility(stop);
  const choice = signal<Which>('own');
  const found = computed(() => config.value && chatFor(store.site.value, config.value));
  const front = computed<Which>(() => (found.value ? choice.value : 'meeting'));
  const seen = (which: Which) =>
    computed(() => tab.value === 'chat' && isOnScreen.value && isVisible.value && front.value === which);
  return { config, found, choice, front, isSeen: { own: seen('own'), meeting: seen('meeting') } };
}
