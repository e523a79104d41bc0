// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { all, aMeeting, eventually, openPanel, press, the, type } from '../fixture';

let panel: ReturnType<typeof openPanel>;
beforeEach(() => {
  panel = openPanel();
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
