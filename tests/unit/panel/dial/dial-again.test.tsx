// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Participant } from '../../../../protocol/people';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  aCall,
  all,
  aMeeting,
  description,
  eventually,
  openPanel,
  press,
  rendered,
  START,
  the,
  type,
} from '../fixture';

let panel: ReturnType<typeof openPanel>;
beforeEach(() => {
  panel = openPanel();
});

const destination = () => the<HTMLInputElement>('textbox', 'Destination');
const enter = () => {
  destination().focus();
  destination().form?.requestSubmit();
  return rendered();
};
const asked = () => eventually(() => the('dialog'));
const joined = (over = {}) =>
  aCall('alice@example.com', {
    state: { name: 'joined', at: START },
    joinedAt: START,
    displayName: 'Alice',
    ...over,
  });
const withCalls = (...calls: ReturnType<typeof aCall>[]) => panel.receive(aMeeting({ calls }));

describe('a second Enter', () => {
  it('meets the text selected, so that the next destination takes its place', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await eventually(() =>
      expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]),
    );
  });

  it('meets it selected after a click on Dial, too', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    the('button', 'Dial').focus();
    await press('button', 'Dial');
    await eventually(() => expect(document.activeElement).toBe(destination()));
    expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]);
  });

  it('is not led to it once somebody has turned to the page', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    the('button', 'Dial').focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await rendered();
    expect(document.activeElement).toBe(the('button', 'Dial'));
    vi.restoreAllMocks();
  });

  it('leaves the text alone where nothing was dialed', async () => {
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
    await type('Destination', 'alice@example.com');
    destination().setSelectionRange(5, 5);
    await enter();
    expect(panel.sent).toEqual([]);
    expect(destination().selectionStart).toBe(5);
  });

  it('asks before the first call has even been reported', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await enter();
    expect((await asked()).textContent).toContain('alice@example.com is already being called.');
    expect(panel.sent).toHaveLength(1);
  });

  it('does not dial by a third Enter: the question has Cancel in focus', async () => {
    await withCalls(joined());
    await type('Destination', 'alice@example.com');
    await enter();
    await asked();
    await eventually(() => expect(document.activeElement).toBe(the('button', 'Cancel')));
    await press('button', 'Cancel');
    await rendered();
    expect(panel.sent).toEqual([]);
  });
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
  const dialled = () => panel.sent.filter(({ type }) => type === 'dial');
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
    expect(dialled()).toEqual([]);
    await press('button', 'Dial anyway');
    await eventually(() => expect(dialled()).toHaveLength(1));
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
    await eventually(() => expect(dialled()).toHaveLength(1));
  });

  it('is asked about before a list is dialed', async () => {
    await withPeople({ uuid: 'p', displayName: 'alice@example.com' });
    await press('tab', 'Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'alice@example.com\nbob@example.com');
    await press('button', 'Dial all');
    expect((await asked()).textContent).toContain('alice@example.com is already in the meeting.');
    expect(dialled()).toEqual([]);
  });
});

describe('what is pressed while another call is looked up', () => {
  const destinations = () =>
    panel.sent.flatMap((request) => (request.type === 'dial' ? [request.request.destination] : []));
  /** The peer takes a moment to say who is there, the first time that it is asked. */
  const slowly = async () => {
    await panel.receive(aMeeting({ people: { total: 1, waiting: 0, raised: 0 } }));
    const answer = () => panel.receivePeople({ meeting: 'm1', isWhole: true, set: [], gone: [] });
    let isFirst = true;
    panel.answerRequests((request) => {
      if (request.type !== 'follow-people' || !request.on) return;
      if (!isFirst) void answer();
      isFirst = false;
    });
    return answer;
  };

  it('is dialed after it, each as it stood there', async () => {
    const answer = await slowly();
    await type('Destination', '+47 22 33 44 55');
    the('button', 'Dial').click();
    await Promise.resolve();
    await type('Destination', 'bob@example.com');
    await press('button', 'Dial');
    await type('Destination', 'carol@exam');
    await eventually(() => expect(panel.sent).toMatchObject([{ type: 'follow-people', on: true }]));
    await answer();
    await eventually(() => expect(destinations()).toEqual(['+4722334455', 'bob@example.com']));
  });

  it('isn’t a second call if it is the same', async () => {
    const answer = await slowly();
    await type('Destination', 'alice@example.com');
    await press('button', 'Dial');
    await press('button', 'Dial');
    await type('Destination', 'bob@example.com');
    await press('button', 'Dial');
    await answer();
    await eventually(() => expect(destinations()).toEqual(['alice@example.com', 'bob@example.com']));
    expect(all('dialog')).toEqual([]);
  });

  it('isn’t a second call if it is the same, also once the one before has been dialed', async () => {
    await panel.receive(aMeeting({ people: { total: 1, waiting: 0, raised: 0 } }));
    const answer = () => panel.receivePeople({ meeting: 'm1', isWhole: true, set: [], gone: [] });
    const lookUps = () => panel.sent.filter((each) => each.type === 'follow-people' && each.on);
    await type('Destination', 'alice@example.com');
    await press('button', 'Dial');
    await type('Destination', 'bob@example.com');
    await press('button', 'Dial');
    await eventually(() => expect(lookUps()).toHaveLength(1));
    await answer();
    await eventually(() => expect(lookUps()).toHaveLength(2));
    await press('button', 'Dial');
    await answer();
    await eventually(() => expect(destinations()).toEqual(['alice@example.com', 'bob@example.com']));
    await type('Destination', 'carol@example.com');
    await press('button', 'Dial');
    await eventually(() => expect(lookUps()).toHaveLength(3));
    await answer();
    await eventually(() => expect(destinations()).toHaveLength(3));
    expect(all('dialog')).toEqual([]);
  });
});

describe('a destination that the administrator does not allow', () => {
  const open = async () => {
    panel = openPanel(memoryStorage({ managed: { allow: ['*@example.com'] } }));
    await panel.receive(aMeeting());
  };

  it.each([
    ['an address', 'bob@example.org'],
    ['a name', 'reception'],
    ['a scheme', 'h323:bob@example.org'],
    ['what a link is read as', 'https://meet.example.org/webapp3/m/bob'],
  ])('is said to be refused before Dial: %s', async (_, text) => {
    await open();
    await type('Destination', text);
    await eventually(() =>
      expect(description(destination())).toMatch(
        /can’t be dialed\. Your administrator doesn’t allow calls to this destination\./i,
      ),
    );
    expect(description(destination())).not.toContain('will dial');
  });

  it('is told from one that may be dialed, as typed too', async () => {
    await open();
    await type('Destination', 'bob@example.com');
    await eventually(() => expect(description(destination())).toContain('will dial bob@example.com'));
    expect(description(destination())).not.toContain('administrator');
    await type('Destination', 'sip:bob@example.com, x@example.org');
    await eventually(() => expect(description(destination())).toContain('can’t be dialed'));
  });
});
