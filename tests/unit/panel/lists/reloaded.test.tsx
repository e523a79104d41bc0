// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../protocol/meeting';
import {
  aCall,
  all,
  aMeeting,
  choose,
  eventually,
  openPanel,
  openView,
  pass,
  press,
  says,
  the,
  type,
} from '../fixture';

const HERE = aMeeting({ tab: 7, origin: 'https://meet.example.com', dialect: 'external-chat' });

const outcomes = () =>
  [...the('table', 'Results').querySelectorAll('tbody td:nth-child(2)')].map(
    ({ textContent }) => textContent,
  );

describe('a list under which the page is reloaded', () => {
  let panel: ReturnType<typeof openPanel>;
  const dialed = () => panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));

  /** Of four, two at a time, one has joined and one rings when the page goes. */
  beforeEach(async () => {
    panel = openPanel();
    await panel.receive(HERE);
    await openView('Many');
    await eventually(() => the('textbox', 'Destinations'));
    await choose('Simultaneous calls', '2');
    await type(
      'Destinations',
      ['ann', 'bob', 'cid', 'dan'].map((name) => `sip:${name}@x.example`).join('\n'),
    );
    await press('button', 'Dial all');
    await eventually(() => expect(dialed()).toHaveLength(2));
    const calls = dialed().map(({ call, request }) => aCall(request.destination, { id: call, request }));
    await panel.receive({ ...HERE, calls });
    await eventually(() => expect(outcomes()).toEqual(['Calling…', 'Calling…', 'Waiting', 'Waiting']));
    await panel.lose();
  });

  it('says so, and goes on there only once the user resumes', async () => {
    await panel.sayOn(2, { ...HERE, plugin: { name: 'waiting' } });
    await says('isn’t loaded');
    expect(the<HTMLButtonElement>('button', 'Resume').disabled).toBe(true);
    await panel.sayOn(2, HERE);
    await says('was reloaded. Select Resume to continue there.');
    await pass(30);
    expect(dialed()).toHaveLength(2);
    await press('button', 'Resume');
    await eventually(() => expect(dialed()).toHaveLength(4));
    expect(dialed()[3]).toMatchObject({ page: 2, meeting: 'm1', load: 0 });
    expect(outcomes().slice(0, 2)).toEqual(['Outcome unknown', 'Outcome unknown']);
  });

  it('believes the meeting in what it tells of earlier calls', async () => {
    const [first, second] = dialed();
    const calls = [first, second].flatMap((each) =>
      each ? [aCall(each.request.destination, { id: each.call, state: { name: 'joined', at: 1 } })] : [],
    );
    await panel.sayOn(2, { ...HERE, calls: calls.slice(0, 1) });
    await says('was reloaded');
    await press('button', 'Resume');
    await eventually(() => expect(outcomes().slice(0, 2)).toEqual(['Joined', 'Outcome unknown']));
  });

  describe('attack: another meeting comes to the panel of a list', () => {
    it.each<[string, Partial<Meeting>]>([
      ['in another tab', { tab: 8 }],
      ['of another origin', { origin: 'https://other.example.com' }],
      ['of another alias', { alias: 'other.meeting' }],
      ['of another namespace', { dialect: 'auxiliary-chat' as Meeting['dialect'] }],
    ])('is not taken for it: one %s', async (_, over) => {
      await panel.sayOn(2, { ...HERE, ...over });
      await says('isn’t in front');
      expect(document.body.textContent).not.toContain('was reloaded');
      const [resume] = all('button', 'Resume');
      resume?.click();
      await pass(30);
      expect(dialed()).toHaveLength(2);
    });
  });

  it('belongs to its own tab again when that comes to the front', async () => {
    await panel.sayOn(2, { ...HERE, tab: 8 });
    await says('isn’t in front');
    await panel.receive({
      ...HERE,
      calls: dialed().map(({ call, request }) =>
        aCall(request.destination, { id: call, request, state: { name: 'joined', at: 1 } }),
      ),
    });
    await eventually(() => expect(dialed()).toHaveLength(4));
    expect(dialed()[3]).toMatchObject({ page: 1 });
  });
});
