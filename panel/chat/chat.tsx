import { computed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { PanelParts } from '../parts';
import './chat.css';
import { createChatStore } from './chat-store';
import { reportLooks } from './look';
import { MeetingChat } from './meeting-chat';

/** What stands behind the tab Chat. */
export function Chat({ parts }: { parts: PanelParts }) {
  const { store, connection, signal } = parts;
  const chat = useMemo(() => createChatStore(store, connection, signal), [store, connection, signal]);
  useEffect(() => {
    const isShown = computed(() => parts.tab.value === 'chat' && parts.isOnScreen.value);
    reportLooks(store, connection, isShown, signal);
  }, [parts]);
  return <MeetingChat store={store} chat={chat} />;
}
