import { connectMeeting, type MeetingConnection } from 'external-chat-host';
import { type RefObject, useEffect, useState } from 'react';

/** What a component shows of a meeting. */
type MeetingState = { meeting: MeetingConnection | undefined; chat: boolean; connected: boolean };

/** Connects to the meeting in an iframe for as long as the component is mounted. */
export function useMeeting(
  frame: RefObject<HTMLIFrameElement | null>,
  { answerMs = 60_000 }: { answerMs?: number } = {},
): MeetingState {
  const [meeting, setMeeting] = useState<MeetingConnection>();
  const [chat, setChat] = useState(false);
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const connection = connectMeeting(frame.current, { answerMs });
    connection.on('toggle-chat', ({ active }) => setChat(active));
    for (const name of ['connected', 'disconnected', 'reloaded'] as const) {
      connection.on(name, () => setConnected(connection.connected));
    }
    setMeeting(connection);
    return () => connection.close();
  }, [frame, answerMs]);
  return { meeting, chat, connected };
}
