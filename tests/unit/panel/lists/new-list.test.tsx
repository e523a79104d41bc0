// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { aCall, all, aMeeting, eventually, type openPanel, press, START, the, type } from '../fixture';
import { lines, open, paste, runSays, toLists } from './open-lists';

describe('New list', () => {
  let panel: ReturnType<typeof openPanel>;
  const dialed = () => panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));
  const outcomes = () =>
    [...the('table', 'Results').querySelectorAll('tbody td:nth-child(2)')].map(
      ({ textContent }) => textContent,
    );
  const join = () =>
    panel.receive(
      aMeeting({
        calls: dialed().map(({ call, request }) =>
          aCall(request.destination, { id: call, request, state: { name: 'joined', at: START } }),
        ),
      }),
    );

  /** Of three, the first has joined when the user stops the list. */
  beforeEach(async () => {
    panel = await open();
    await toLists();
    await type('Destinations', 'a@x.example\nb@x.example\nc@x.example');
    await eventually(() => expect(document.body.textContent).toContain('3 will be dialed'));
    await press('button', 'Dial all');
    await eventually(() => expect(dialed()).toHaveLength(1));
    await press('button', 'Stop');
    await join();
    await eventually(() => expect(runSays()).toBe('1 of 3 joined.'));
    the('button', 'New list').focus();
    await press('button', 'New list');
  });

  it('puts the focus into the field, with the lines of the list', () => {
    expect(document.activeElement).toBe(the('textbox', 'Destinations'));
    expect(lines()).toBe('a@x.example\nb@x.example\nc@x.example');
  });

  it('can be undone, with what has come of each destination', async () => {
    expect(document.body.textContent).toContain('Results closed.');
    await press('button', 'Undo');
    expect(outcomes()).toEqual(['Joined', 'Not dialed', 'Not dialed']);
    expect(runSays()).toBe('1 of 3 joined.');
    expect(dialed()).toHaveLength(1);
  });

  it('can be undone no more once other lines are pasted', async () => {
    await press('tab', 'One');
    await paste('d@x.example\ne@x.example');
    await eventually(() => expect(lines()).toContain('d@x.example'));
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toContain('a@x.example'));
    expect(all('table', 'Results')).toEqual([]);
    expect(all('button', 'Undo')).toEqual([]);
  });

  it('brings back the list that was dialed last', async () => {
    await panel.receive(aMeeting());
    await press('button', 'Dial all');
    await eventually(() => expect(dialed()).toHaveLength(2));
    await press('button', 'Stop');
    await join();
    await press('button', 'New list');
    await press('button', 'Undo');
    expect(outcomes()).toEqual(['Joined', 'Not dialed', 'Not dialed']);
    expect(all('button', 'Undo')).toEqual([]);
  });
});
