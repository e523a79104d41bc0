/** @jsxImportSource react */
import type { MeetingConnection, MeetingError, OutgoingCall } from 'external-chat-host';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';

type Dialed = { destination: string; call: OutgoingCall };

const TEN = Array.from({ length: 10 }, (_, index) =>
  index % 2 === 0 ? `guest${index}@example.com` : 'busy@example.com',
);

/** The form and the list of calls. */
export function Calls({ meeting }: { meeting: MeetingConnection | undefined }): ReactElement {
  const [destination, setDestination] = useState('alice@example.com');
  const [dialed, setDialed] = useState<readonly Dialed[]>([]);
  const dial = (destinations: readonly string[]) => {
    if (!meeting) return;
    const added = destinations.map((each) => ({
      destination: each,
      call: meeting.dialOut({ destination: each, protocol: 'sip', role: 'GUEST' }),
    }));
    setDialed((before) => [...before, ...added]);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    dial([destination]);
  };
  return (
    <>
      <form onSubmit={onSubmit}>
        <label>
          Destination{' '}
          <input value={destination} onChange={(event) => setDestination(event.currentTarget.value)} />
        </label>
        <button type="submit">Dial</button>
        <button type="button" onClick={() => dial(TEN)}>
          Dial ten
        </button>
      </form>
      <ul id="calls" aria-label="Calls">
        {dialed.map((each) => (
          <CallLine key={each.call.id} {...each} />
        ))}
      </ul>
    </>
  );
}

function CallLine({ destination, call }: Dialed): ReactElement {
  const [text, setText] = useState<string>(call.state);
  useEffect(() => {
    const stop = [
      call.on('progress', ({ state }) => setText(state)),
      call.on('no-answer', () => setText('no answer yet')),
    ];
    // Both can have happened already, which an event would not tell.
    setText(call.state);
    call.joined.then(
      ({ displayName }) => setText(`joined as ${displayName}`),
      ({ code, message }: MeetingError) => setText(`${code}, ${message}`),
    );
    return () => {
      for (const each of stop) each();
    };
  }, [call]);
  return (
    <li>
      {destination}: {text}
    </li>
  );
}
