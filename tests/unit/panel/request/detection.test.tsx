// @vitest-environment happy-dom

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { hint, seesHint } from '../destination-hint';
import {
  all,
  aMeeting,
  byId,
  choose,
  description,
  eventually,
  openPanel,
  press,
  the,
  type,
  value,
} from '../fixture';

const stored = (settings: Record<string, unknown>) => ({
  local: {
    [SETTINGS.key]: { version: SETTINGS.version, value: { ...DEFAULT_SETTINGS, ...settings } },
  },
});

async function open(settings: Record<string, unknown> = {}) {
  const panel = openPanel(memoryStorage(stored(settings)));
  await panel.receive(aMeeting());
  return panel;
}

const dialed = (panel: Awaited<ReturnType<typeof open>>) =>
  eventually(() => {
    const [sent] = panel.sent;
    if (sent?.type !== 'dial') throw new Error('Nothing was dialed.');
    return sent.request;
  });

describe('what was pasted', () => {
  it.each([
    ['sip:alice@example.com', 'SIP\u00a0· will dial alice@example.com'],
    ['alice@example.com', 'Auto\u00a0· will dial alice@example.com'],
    ['+47 22 33 44 55,,12#', 'Phone number\u00a0· will dial +4722334455, then tones ,,12#'],
    ['https://meet.google.com/abc', 'Google Meet link\u00a0· can’t be dialed. Find the address'],
    ['22 33 44 55', 'Phone number\u00a0· will dial 22334455. No default country is set'],
  ])('is told before dialing: %s', async (pasted, text) => {
    await open();
    await type('Destination', pasted);
    await seesHint(text);
  });

  it('is read with the default country of the options', async () => {
    const panel = await open({ region: 'NO' });
    await type('Destination', '22 33 44 55');
    await press('button', 'Dial');
    expect(await dialed(panel)).toMatchObject({ destination: '+4722334455', protocol: 'auto' });
  });

  it('chooses the protocol, which shows', async () => {
    const panel = await open();
    await type('Destination', 'h323:room@example.com');
    await eventually(() => expect(value('combobox', 'Protocol')).toBe('h323'));
    await type('Destination', 'room@example.com');
    expect(value('combobox', 'Protocol')).toBe('auto');
    await type('Destination', 'h323:room@example.com');
    await press('button', 'Dial');
    expect(await dialed(panel)).toEqual({
      destination: 'room@example.com',
      protocol: 'h323',
      role: 'GUEST',
    });
  });

  it('never overrides a protocol that was chosen, but says what the address says', async () => {
    const panel = await open();
    await choose('Protocol', 'mssip');
    await type('Destination', 'h323:room@example.com');
    await seesHint('Skype for Business (MS-SIP)\u00a0· will dial room@example.com. The address uses H.323.');
    await press('button', 'Dial');
    expect(await dialed(panel)).toMatchObject({ protocol: 'mssip' });
    await press('button', 'Use H.323');
    expect(value('combobox', 'Protocol')).toBe('h323');
  });

  it('is sent as typed when that is asked for', async () => {
    const panel = await open({ region: 'NO' });
    await type('Destination', '22 33 44 55');
    await eventually(() => the('button', 'Dial as typed'));
    await press('button', 'Dial as typed');
    expect(hint()).toContain('will dial 22 33 44 55 as typed');
    await press('button', 'Dial');
    expect(await dialed(panel)).toMatchObject({ destination: '22 33 44 55' });
    await press('button', 'Detect again');
    expect(hint()).toContain('+4722334455');
  });

  it('is refused at its field if nothing in it can be dialed, and dialed if somebody insists', async () => {
    const panel = await open();
    await type('Destination', 'https://teams.microsoft.com/l/meetup-join/1');
    await press('button', 'Dial');
    await eventually(() => expect(hint()).toContain('Microsoft Teams link: can’t be dialed.'));
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
    expect(panel.sent).toEqual([]);
    await choose('Protocol', 'sip');
    await press('button', 'Dial');
    expect((await dialed(panel)).destination).toContain('teams');
  });
});

describe('the request body', () => {
  const openBody = async () => {
    const details = document.querySelector<HTMLDetailsElement>('.request-body');
    if (!details) throw new Error('There is no request body.');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await eventually(() => the('textbox', 'Request body'));
  };

  it('shows exactly what would be sent', async () => {
    await open();
    await type('Destination', 'sip:alice@example.com');
    await openBody();
    await eventually(() =>
      expect(JSON.parse(value('textbox', 'Request body'))).toEqual({
        role: 'GUEST',
        destination: 'alice@example.com',
        protocol: 'sip',
      }),
    );
  });

  it('can be edited: the form follows, and that is what is sent', async () => {
    const panel = await open();
    await openBody();
    const body = { role: 'HOST', destination: 'sip:alice@example.com', protocol: 'auto', text: 'QA' };
    await type('Request body', JSON.stringify(body));
    expect(value('textbox', 'Destination')).toBe('sip:alice@example.com');
    expect(value('combobox', 'Role')).toBe('HOST');
    expect(value('textbox', 'Overlay text')).toBe('QA');
    expect(value('textbox', 'Request body')).toBe(JSON.stringify(body));
    await press('button', 'Dial');
    expect(await dialed(panel)).toEqual(body);
  });

  it.each([
    ['{"role":', 'Not valid JSON'],
    ['{"role":"KING","destination":"a","protocol":"sip"}', 'role must be one of HOST, GUEST'],
    [
      '{"role":"HOST","destination":"a","protocol":"sip","colour":"red"}',
      'colour isn’t a dial request field',
    ],
    ['7', 'must be an object'],
  ])('that is wrong is refused at its field: %s', async (text, error) => {
    const panel = await open();
    await type('Destination', 'alice');
    await openBody();
    await type('Request body', text);
    expect(description(the('textbox', 'Request body'))).toContain(error);
    await press('button', 'Dial');
    expect(panel.sent).toEqual([]);
    expect(document.activeElement).toBe(the('textbox', 'Request body'));
    expect(value('textbox', 'Request body')).toBe(text);
    // A user who goes back to the form wants the form to be dialed.
    await type('Destination', 'bob');
    await press('button', 'Dial');
    expect(await dialed(panel)).toMatchObject({ destination: 'bob' });
  });
});

describe('streaming', () => {
  it('shows what the node makes of Keep conference alive', async () => {
    const panel = await open();
    const first = () => the<HTMLSelectElement>('combobox', 'Keep conference alive').options[0]?.text;
    expect(first()).toBe('Default');
    await choose('Streaming', 'yes');
    expect(first()).toBe('Default (No while streaming)');
    await type('Destination', 'alice');
    await press('button', 'Dial');
    expect(await dialed(panel)).not.toHaveProperty('keep_conference_alive');
  });
});

describe('the guard', () => {
  it('holds a limit, in words at the button', async () => {
    const panel = await open({ perMinute: 1 });
    await type('Destination', 'alice');
    await press('button', 'Dial');
    await dialed(panel);
    await press('button', 'Dial');
    await eventually(() => expect(description(the('button', 'Dial'))).toContain('Call limit reached'));
    expect(panel.sent).toHaveLength(1);
  });

  it('refuses at the field what is not on the list of the administrator', async () => {
    const storage = memoryStorage({ managed: { allow: ['*@example.com'] } });
    const panel = openPanel(storage);
    await panel.receive(aMeeting());
    await type('Destination', 'alice@elsewhere.example');
    await press('button', 'Dial');
    await eventually(() => expect(hint()).toContain('Your administrator doesn’t allow'));
    expect(panel.sent).toEqual([]);
    await type('Destination', 'alice@example.com');
    await press('button', 'Dial');
    await dialed(panel);
  });

  it('asks before a premium-rate number that is dialed as tones behind an outside line', async () => {
    const panel = await open({ region: 'NO', confirmPremium: true });
    await type('Destination', '0,0047 820 12345');
    await press('button', 'Dial');
    await eventually(() => expect(document.querySelector('dialog')?.textContent).toContain('premium-rate'));
    expect(panel.sent).toEqual([]);
  });

  it('asks before a premium-rate number', async () => {
    const panel = await open({ region: 'NO', confirmPremium: true });
    await type('Destination', '820 12 345');
    await press('button', 'Dial');
    await eventually(() => expect(document.querySelector('dialog')?.open).toBe(true));
    const dialog = document.querySelector('dialog') ?? byId('root');
    expect(dialog.textContent).toContain('+4782012345 is a premium-rate number.');
    await press('button', 'Cancel', dialog);
    expect(panel.sent).toEqual([]);
    await press('button', 'Dial');
    await eventually(() => expect(all('dialog')).toHaveLength(1));
    await press('button', 'Dial', document.querySelector('dialog') ?? byId('root'));
    expect(await dialed(panel)).toMatchObject({ destination: '+4782012345' });
  });
});
