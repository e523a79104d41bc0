// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Participant } from '../../../../protocol/people';
import { aCall, all, aMeeting, eventually, press, START, the, type } from '../fixture';
import { asked, enter, joined, openDialPanel, withCalls } from './open-dial-panel';

let panel: ReturnType<typeof openDialPanel>;
beforeEach(() => {
  panel = openDialPanel();
});

describe('a party that is in the meeting', () => {
  it('is dialed once more only after a question, under the name it joined with', async () => {
    await withCalls(joined());
    await type('Destination', 'sip:Alice@Example.com');
    await enter();
    expect((await asked()).textContent).toContain('Alice is already in the meeting.');
    await press('button', 'Dial anyway');
    await eventually(() => expect(panel.sent).toMatchObject([{ type: 'dial' }]));
  });

  it.each([
    ['rings', { state: { name: 'ringing', at: START } }, 'is already being called'],
    ['waits in the queue', { state: { name: 'queued', at: START } }, 'is already being called'],
  ] as const)('is asked about while it %s', async (_, over, words) => {
    await withCalls(aCall('alice@example.com', over));
    await type('Destination', 'alice@example.com');
    await enter();
    expect((await asked()).textContent).toContain(words);
  });

  it.each([
    ['left', joined({ state: { name: 'left', at: START } })],
    ['failed', aCall('alice@example.com', { state: { name: 'failed', message: 'busy', at: START } })],
    ['is unknown', joined({ state: { name: 'unknown', why: 'reloaded', at: START } })],
    ['was canceled', aCall('alice@example.com', { state: { name: 'cancelled', at: START } })],
    ['has other tones', joined({ request: { ...joined().request, dtmf_sequence: ',,12#' } })],
    ['is somebody else', aCall('bob@example.com')],
  ])('is dialed at once where the earlier call %s', async (_, call) => {
    await withCalls(call);
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    expect(all('dialog')).toEqual([]);
  });

  it('is dialed at once in another meeting', async () => {
    await panel.receive(aMeeting({ calls: [joined()] }), aMeeting({ id: 'm2', named: true }));
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toMatchObject([{ type: 'dial', meeting: 'm2' }]));
  });

  it('is dialed at once after a call that its peer refused', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    const [first] = panel.sent;
    await panel.sayWith({ refused: [first && 'call' in first ? first.call : ''] }, aMeeting());
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(2));
  });
});

describe('a party whom the roster has', () => {
  const PEOPLE = { total: 1, waiting: 0, raised: 0 };
  /** The peer answers requests for the people of the meeting. */
  const withPeople = async (person: Participant, ...calls: ReturnType<typeof aCall>[]) => {
    await panel.receive(aMeeting({ people: PEOPLE, calls }));
    panel.answerRequests((request) => {
      if (request.type !== 'follow-people' || !request.on) return;
      void panel.receivePeople({ meeting: 'm1', isWhole: true, set: [person], gone: [] });
    });
  };
  const dialed = () => panel.sent.filter(({ type }) => type === 'dial');
  const dialAlice = async () => {
    await type('Destination', 'alice@example.com');
    await enter();
  };

  it.each([
    ['under the address', { uuid: 'p', displayName: 'alice@example.com' }],
    ['under the address with a scheme', { uuid: 'p', displayName: 'sip:Alice@Example.com' }],
  ])('is asked about %s, dialed by this panel or not', async (_, person) => {
    await withPeople(person);
    await dialAlice();
    expect((await asked()).textContent).toContain(`${person.displayName} is already in the meeting.`);
    expect(dialed()).toEqual([]);
    await press('button', 'Dial anyway');
    await eventually(() => expect(dialed()).toHaveLength(1));
  });

  it('is asked about where only the roster still knows the call', async () => {
    const lost = joined({ uuid: 'p', state: { name: 'unknown', why: 'reloaded', at: START } });
    await withPeople({ uuid: 'p', displayName: 'Alice' }, lost);
    await dialAlice();
    expect((await asked()).textContent).toContain('Alice is already in the meeting.');
  });

  it('is dialed at once where the roster has only others', async () => {
    await withPeople({ uuid: 'p', displayName: 'alice@example.org' });
    await dialAlice();
    await eventually(() => expect(dialed()).toHaveLength(1));
  });

  it('is asked about before a list is dialed', async () => {
    await withPeople({ uuid: 'p', displayName: 'alice@example.com' });
    await press('tab', 'Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'alice@example.com\nbob@example.com');
    await press('button', 'Dial all');
    expect((await asked()).textContent).toContain('alice@example.com is already in the meeting.');
    expect(dialed()).toEqual([]);
  });
});
