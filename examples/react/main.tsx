/** @jsxImportSource react */
import { type ReactElement, StrictMode, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { Calls } from './calls';
import { useMeeting } from './use-meeting';

const query = new URLSearchParams(location.search);
const address = query.get('meeting') ?? 'https://meet.example.com/webapp3/m/support';
const answerMs = Number(query.get('answerMs') ?? 60_000);

function App(): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const { meeting, chat, connected } = useMeeting(frame, { answerMs });
  return (
    <main>
      <p role="status">{connected ? 'In the meeting' : 'Not in the meeting'}</p>
      <button type="button" onClick={() => meeting?.setUnread(3)}>
        Three unread
      </button>
      <Calls meeting={meeting} />
      <section aria-label="Chat" hidden={!chat}>
        The chat of this page.
      </section>
      <iframe
        ref={frame}
        id="webapp3"
        title="Meeting"
        src={address}
        width="900"
        height="560"
        allow="camera; microphone; display-capture; fullscreen; autoplay"
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
