// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { aCall, aMeeting, eventually, IN_M1, openPanel, openView, press, the, type } from '../fixture';
import { runSays } from './open-lists';

it('a list whose meeting goes with calls open says what it waits for, until it is stopped', async () => {
  const panel = openPanel();
  await panel.receive(aMeeting());
  await openView('Many');
  await eventually(() => the('textbox', 'Destinations'));
  await type('Destinations', 'sip:ann@x.example');
  await press('button', 'Dial all');
  const dialed = () => panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));
  await eventually(() => expect(dialed()).toMatchObject([IN_M1]));
  const calls = dialed().map(({ call, request }) => aCall(request.destination, { id: call, request }));
  await panel.receive(aMeeting({ calls }));
  expect(runSays()).toBe('');
  await panel.receive(aMeeting({ calls, present: false }));
  await eventually(() =>
    expect(runSays()).toBe(
      'Waiting for the last calls in the meeting “qa.meeting – meet.example.com”. Go back to its tab, or select Stop.',
    ),
  );
  await press('button', 'Stop');
  expect(runSays()).toBe('Stopped. Waiting for 1 call.');
  await panel.receive(aMeeting({ calls }));
  await panel.receive(
    aMeeting({ calls: calls.map((call) => ({ ...call, state: { name: 'joined', at: 0 } })) }),
  );
  await eventually(() => expect(runSays()).toBe('1 of 1 joined.'));
});
