import { computed, signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PanelParts } from '../parts';
import './chat.css';
import { OWN_CHAT_WORDS } from '../words/own-chat';
import { createChatStore } from './chat-store';
import { chatFor, followConfig } from './config';
import { reportLooks } from './look';
import { MeetingChat } from './meeting-chat';
import { OwnChat } from './own-chat';
import { fillTemplate } from './template';

/** What stands behind the tab Chat: the meeting's own, and beside it that of the user where there is one. */
export function Chat({ parts }: { parts: PanelParts }) {
  const { store, connection, storage, signal: stop } = parts;
  const chat = useMemo(() => createChatStore(store, connection, stop), [store, connection, stop]);
  const config = useMemo(() => followConfig(storage, stop), [storage, stop]);
  const isMeetingShown = useMemo(() => signal(true), []);
  const [choice, choose] = useState<'own' | 'meeting'>('own');
  useEffect(() => {
    const isShown = computed(
      () => parts.tab.value === 'chat' && parts.isOnScreen.value && isMeetingShown.value,
    );
    reportLooks(store, connection, isShown, stop);
  }, [parts]);

  const meeting = store.meeting.value;
  const site = store.site.value;
  const found = config.value && chatFor(site, config.value);
  const url =
    found &&
    fillTemplate(found.url, {
      alias: meeting?.alias ?? '',
      meetingOrigin: meeting?.origin ?? '',
      pageOrigin: site,
      displayName: config.value?.own.displayName ?? '',
    });
  const shown = found && choice === 'own' ? 'own' : 'meeting';
  useEffect(() => {
    isMeetingShown.value = shown === 'meeting';
  }, [shown]);
  if (!found) return <MeetingChat store={store} chat={chat} />;
  return (
    <>
      <fieldset class="which-chat">
        <legend class="unseen">{OWN_CHAT_WORDS.which}</legend>
        {(['own', 'meeting'] as const).map((which) => (
          <button key={which} type="button" aria-pressed={shown === which} onClick={() => choose(which)}>
            {OWN_CHAT_WORDS[which]}
          </button>
        ))}
      </fieldset>
      {/* It stays loaded while the other is shown: it has to say what is unread. */}
      <div class="own-chat-place" hidden={shown !== 'own'}>
        {url && meeting ? (
          <OwnChat parts={parts} url={url} />
        ) : (
          <p class="obstacle">{url ? null : OWN_CHAT_WORDS.wrong}</p>
        )}
      </div>
      {shown === 'meeting' && <MeetingChat store={store} chat={chat} />}
    </>
  );
}
