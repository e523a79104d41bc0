// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../protocol/meeting';
import {
  aCall,
  all,
  aMeeting,
  choose,
  description,
  eventually,
  type openPanel,
  press,
  START,
  says,
  the,
  type,
} from '../fixture';
import { lines, open, paste, toLists } from './open-lists';

describe('the results of a list', () => {
  const called = (panel: ReturnType<typeof openPanel>) =>
    panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));

  /** Dials these lines at once, and lets each call become what its destination begins with. */
  async function dialAndEnd(lines: string) {
    const panel = await open();
    await toLists();
    await choose('Simultaneous calls', '5');
    await type('Destinations', lines);
    await eventually(() => expect(document.body.textContent).toContain('will be dialed'));
    await press('button', 'Dial all');
    await eventually(() => expect(called(panel)).toHaveLength(lines.split('\n').length));
    await report(panel);
    return panel;
  }
  const namesIn = (actions?: HTMLElement) =>
    all('button', undefined, actions).map((each) => each.textContent || each.getAttribute('aria-label'));
  const report = (panel: ReturnType<typeof openPanel>) =>
    panel.receive(
      aMeeting({
        calls: called(panel).map(({ call, request }) =>
          aCall(request.destination, {
            id: call,
            request,
            state: request.destination.startsWith('busy')
              ? { name: 'failed', message: 'busy', at: START }
              : { name: request.destination.startsWith('gone') ? 'left' : 'joined', at: START },
          }),
        ),
      }),
    );

  it('lead to a new list of those that failed, with their role and protocol', async () => {
    const panel = await dialAndEnd('in@x.example\nsip:busy1@x.example\ngone@x.example\nbusy2@x.example');
    the('button', 'Dial the failed ones again').focus();
    await press('button', 'Dial the failed ones again');
    await eventually(() => expect(called(panel)).toHaveLength(7));
    expect(called(panel).slice(4)).toMatchObject([
      { request: { destination: 'busy1@x.example', protocol: 'sip' } },
      { request: { destination: 'gone@x.example', protocol: 'auto' } },
      { request: { destination: 'busy2@x.example', protocol: 'auto' } },
    ]);
    expect(all('row', undefined, the('table', 'Results'))).toHaveLength(4);
    await eventually(() => expect(document.activeElement?.className).toBe('actions'));
  });

  it('have what saves them in the place of what has stopped the run', async () => {
    const panel = await dialAndEnd('in@x.example\nbusy@x.example');
    await panel.receive(
      aMeeting({
        plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
        calls: called(panel).map(({ call, request }, at) =>
          aCall(request.destination, {
            id: call,
            request,
            state: at === 0 ? { name: 'joined', at: START } : { name: 'failed', message: 'busy', at: START },
          }),
        ),
      }),
    );
    await eventually(() => the('button', 'Hang up all'));
    const actions = the('button', 'New list').parentElement ?? undefined;
    expect(namesIn(actions)).toEqual([
      'Hang up all',
      'Save as CSV',
      'More formats',
      'New list',
      'Dial the failed ones again',
    ]);
  });

  it('have the reason of a failure in a row of its own, which names its destination', async () => {
    await dialAndEnd('in@x.example\nbusy@x.example');
    const [, , failed, reason] = all('row', undefined, the('table', 'Results'));
    const cell = reason?.querySelector('td');
    expect(cell?.textContent).toBe('busy');
    expect(cell?.colSpan).toBe(3);
    expect(cell?.getAttribute('headers')).toBe(failed?.querySelector('th')?.id);
    expect(failed?.querySelector('th')?.textContent).toBe('busy@x.example');
  });

  describe('of which one still rings', () => {
    const HANGS_UP = aMeeting({
      plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] },
    });

    /** Dials this many of two at a time, the first of which rings. */
    async function ring(atATime: string) {
      const panel = await open();
      await panel.receive(HANGS_UP);
      await toLists();
      await choose('Simultaneous calls', atATime);
      await type('Destinations', 'sip:ann@x.example\nsip:bob@x.example');
      await press('button', 'Dial all');
      await eventually(() => expect(called(panel)).toHaveLength(Number(atATime)));
      const tell = (state: Call['state']) =>
        panel.receive({
          ...HANGS_UP,
          calls: called(panel).map(({ call, request }) =>
            aCall(request.destination, { id: call, request, state }),
          ),
        });
      await tell({ name: 'ringing', at: START });
      return { tell };
    }

    it('say once the list is stopped that it waits for that one', async () => {
      const { tell } = await ring('1');
      const before = the('button', 'Hang up all');
      await press('button', 'Stop');
      await says('Stopped. Waiting for 1 call.');
      const actions = the('button', 'New list').parentElement ?? undefined;
      expect(namesIn(actions)).toEqual(['Hang up all', 'Save as CSV', 'More formats', 'New list']);
      await tell({ name: 'joined', at: START });
      await says('1 of 2 joined.');
      expect(the('button', 'Hang up all')).toBe(before);
    });

    it('leave nothing to pause, and something to stop, when all are dialed', async () => {
      await ring('2');
      await eventually(() => expect(the<HTMLButtonElement>('button', 'Pause').disabled).toBe(true));
      await press('button', 'Stop');
      await says('Stopped. Waiting for 2 calls.');
    });
  });

  it('do not offer that where everybody came', async () => {
    await dialAndEnd('in@x.example\nin2@x.example');
    await eventually(() => the('button', 'New list'));
    expect(all('button', 'Dial the failed ones again')).toEqual([]);
  });

  it('say beside it why nothing is dialed when the meeting is gone', async () => {
    const panel = await dialAndEnd('busy@x.example');
    await panel.receive();
    await press('button', 'Dial the failed ones again');
    expect(called(panel)).toHaveLength(1);
    expect(description(the('button', 'Dial the failed ones again'))).toContain('no meeting');
  });
});

describe('a table with PINs', () => {
  const TABLE = 'name,destination,PIN,role,protocol\nAnn,ann@x,4711,host,h323\nBob,bob@x,,,';

  it('is shown line by line without them, and dialed with them', async () => {
    const panel = await open();
    await paste(TABLE);
    await eventually(() => the('table', 'What will be dialed'));
    expect(lines()).toBe(TABLE.replace('4711', '••••'));
    const rows = all('row', undefined, the('table', 'What will be dialed')).map(
      ({ textContent }) => textContent,
    );
    expect(rows.slice(1)).toEqual(['Annann@xH.323Host••••', 'Bobbob@xAutoGuest']);
    expect(document.body.textContent).not.toContain('4711');
    await press('button', 'Dial all');
    await eventually(() => expect(panel.sent.filter(({ type }) => type === 'dial')).toHaveLength(1));
    expect(panel.sent.find(({ type }) => type === 'dial')).toMatchObject({
      request: { destination: 'ann@x', dtmf_sequence: ',,4711#', role: 'HOST', protocol: 'h323' },
    });
    expect(document.body.textContent).not.toContain('4711');
  });

  it('shows them to who edits it, until they leave the field', async () => {
    await open();
    await paste(TABLE);
    await eventually(() => the('button', 'Show PINs'));
    const field = the<HTMLTextAreaElement>('textbox', 'Destinations');
    expect(field.readOnly).toBe(true);
    await press('button', 'Show PINs');
    expect(document.activeElement).toBe(field);
    await type('Destinations', `${TABLE}\nCem,cem@x,99,,`);
    expect(lines()).toContain('Cem,cem@x,99');
    expect(field.readOnly).toBe(false);
    field.blur();
    await eventually(() => expect(lines()).toContain('Cem,cem@x,••••'));
  });
});

describe('what was done to the saved lists', () => {
  const said = () => all('status').find(({ textContent }) => /Monday/.test(textContent ?? ''));
  const isBelow = () => {
    const place = said()?.compareDocumentPosition(the('button', 'Dial all')) ?? 0;
    return Boolean(place & Node.DOCUMENT_POSITION_PRECEDING);
  };

  it('is said where it was done, which the screen shows', async () => {
    await open();
    await toLists();
    await type('Destinations', 'alice@example.com');
    await press('button', 'Save list');
    await type('List name', 'Monday');
    await press('button', 'Save list');
    await eventually(() => expect(said()?.textContent).toBe('Monday saved. Undo'));
    expect(isBelow()).toBe(true);
    await press('button', 'Delete');
    await eventually(() => expect(said()?.textContent).toBe('Monday deleted. Undo'));
    expect(isBelow()).toBe(false);
  });
});

it('where there are no calls, no button is named that is not there', async () => {
  await open();
  await toLists();
  const hint = () => [...document.querySelectorAll('.calls .empty p')].at(-1)?.textContent;
  await eventually(() => expect(hint()).toContain('alice@example.com'));
  expect(hint()).not.toMatch(/select/i);
});
