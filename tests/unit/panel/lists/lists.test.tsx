// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  aCall,
  all,
  aMeeting,
  choose,
  description,
  eventually,
  openPanel,
  press,
  rendered,
  START,
  the,
  type,
  value,
} from '../fixture';
import { preset } from '../presets/open-presets';

const destination = () => the<HTMLInputElement>('textbox', 'Destination');

/** Pastes into Destination, as a person does; resolves with whether the browser was to paste it there. */
async function paste(text: string): Promise<boolean> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
  const isLeftAlone = destination().dispatchEvent(event);
  await rendered();
  return isLeftAlone;
}

async function open() {
  const panel = openPanel();
  await panel.receive(aMeeting());
  return panel;
}
const lines = () => value('textbox', 'Destinations');
const toLists = async () => {
  await press('tab', 'Many');
  await eventually(() => the('textbox', 'Destinations'));
};

describe('lines pasted into Destination', () => {
  it.each([
    ['lines of Windows', 'a@x\r\nb@x\r\n'],
    ['lines of old Macs', 'a@x\rb@x'],
    ['cells of a spreadsheet', 'Ann\ta@x\nBob\tb@x\n'],
  ])('go to Lists: %s', async (_, text) => {
    await open();
    expect(await paste(text)).toBe(false);
    await eventually(() =>
      expect(
        lines()
          .split(/[\r\n]+/)
          .filter(Boolean),
      ).toHaveLength(2),
    );
    expect(value('textbox', 'Destinations')).toContain('b@x');
  });

  it.each(['a@x', 'a@x\n', '\n\n  a@x  \r\n', ''])('stay there where it is one line: %j', async (text) => {
    await open();
    expect(await paste(text)).toBe(true);
  });

  it('replace what stood in Lists, which Undo brings back', async () => {
    await open();
    await toLists();
    await type('Destinations', 'old@x\nolder@x');
    await press('tab', 'One');
    await paste('a@x\nb@x\n\nc@x');
    await eventually(() => expect(document.body.textContent).toContain('3 lines pasted from Destination.'));
    expect(lines()).toBe('a@x\nb@x\n\nc@x');
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe('old@x\nolder@x'));
    expect(all('button', 'Undo')).toEqual([]);
  });

  it('can be taken back from an empty list as well, until they are edited', async () => {
    await open();
    await paste('a@x\nb@x');
    await eventually(() => the('button', 'Undo'));
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe(''));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => the('button', 'Undo'));
    await type('Destinations', 'a@x\nb@x\nc@x');
    await eventually(() => expect(all('button', 'Undo')).toEqual([]));
  });

  it('are the next list where the results of one are shown', async () => {
    const panel = await open();
    await toLists();
    await type('Destinations', 'alice@');
    await eventually(() => expect(document.body.textContent).toContain('1 can’t be dialed'));
    await press('button', 'Dial all');
    await eventually(() => the('button', 'New list'));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => expect(lines()).toBe('a@x\nb@x'));
    expect(panel.sent).toEqual([]);
  });

  /** Results of one line that cannot be dialed, and two lines that are pasted while they are shown. */
  async function pasteOverResults() {
    await open();
    await toLists();
    await type('Destinations', 'alice@');
    await eventually(() => expect(document.body.textContent).toContain('1 can’t be dialed'));
    await press('button', 'Dial all');
    await eventually(() => the('button', 'New list'));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => expect(lines()).toBe('a@x\nb@x'));
  }

  it('give back the results in whose place they came, too', async () => {
    await pasteOverResults();
    expect(all('table', 'Results')).toEqual([]);
    await press('button', 'Undo');
    await eventually(() => the('table', 'Results'));
    expect(the('table', 'Results').textContent).toContain('alice@');
    await press('button', 'New list');
    await eventually(() => expect(lines()).toBe('alice@'));
  });

  it('are the list for good once they are edited', async () => {
    await pasteOverResults();
    await type('Destinations', 'a@x\nb@x\nc@x');
    await eventually(() => expect(all('button', 'Undo')).toEqual([]));
    await press('tab', 'One');
    await paste('d@x\ne@x');
    await eventually(() => expect(lines()).toBe('d@x\ne@x'));
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe('a@x\nb@x\nc@x'));
    expect(all('table', 'Results')).toEqual([]);
  });

  it('wait beside a list that is being dialed', async () => {
    const panel = await open();
    await toLists();
    await type('Destinations', 'alice@example.com');
    await eventually(() => expect(document.body.textContent).toContain('1 will be dialed'));
    await press('button', 'Dial all');
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => expect(document.body.textContent).toContain('2 lines pasted from Destination.'));
    expect(all('table', 'Results')).toHaveLength(1);
  });
});

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
    expect(all('button', undefined, actions).map(({ textContent }) => textContent)).toEqual([
      'Save as CSV',
      'Save as JUnit XML',
      'Hang up all',
      'Dial the failed ones again',
      'New list',
    ]);
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

describe('presets in a list', () => {
  const withPresets = (count: number) =>
    memoryStorage({
      sync: Object.assign({}, ...Array.from({ length: count }, (_, at) => preset(`p${at}`, at))),
    });
  const fold = () => document.querySelector<HTMLDetailsElement>('.lists details:has(.list-presets)');

  it('are folded behind how many are selected where there are many', async () => {
    await openPanel(withPresets(12)).receive(aMeeting());
    await toLists();
    await eventually(() => expect(fold()?.open).toBe(false));
    const summary = () => fold()?.querySelector('summary')?.textContent;
    expect(summary()).toBe('Presets: 0 of 12 selected');
    await press('checkbox', 'p3');
    await press('checkbox', 'p7');
    await eventually(() => expect(summary()).toBe('Presets: 2 of 12 selected'));
  });

  it('are shown unfolded if they are few', async () => {
    await openPanel(withPresets(2)).receive(aMeeting());
    await toLists();
    await eventually(() => expect(all('checkbox')).toHaveLength(2));
    expect(fold()).toBeNull();
  });
});

it('where there are no calls, no button is named that is not there', async () => {
  await open();
  await toLists();
  const hint = () => [...document.querySelectorAll('.calls .empty p')].at(-1)?.textContent;
  await eventually(() => expect(hint()).toContain('alice@example.com'));
  expect(hint()).not.toMatch(/select/i);
});
