// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import type { DialRequest } from '../../../../protocol/dial-fields';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { hint } from '../destination-hint';
import { aMeeting, choose, eventually, openPanel, openView, press, the, type, value } from '../fixture';

const stored = (settings: Partial<Settings>) => ({
  [SETTINGS.key]: { version: SETTINGS.version, value: { ...DEFAULT_SETTINGS, ...settings } },
});
const seesForm = (protocol: string, role: string) =>
  eventually(() =>
    expect([value('combobox', 'Protocol'), value('combobox', 'Role')]).toEqual([protocol, role]),
  );

async function open(settings: Partial<Settings>, managed: Record<string, unknown> = {}) {
  const storage = memoryStorage({ local: stored(settings), managed });
  const panel = openPanel(storage);
  await panel.receive(aMeeting());
  /** As the options do in another window. */
  const set = (changed: Partial<Settings>) => storage.local.set(stored(changed));
  /** Presses Dial, and waits for a call with this in its request. */
  const dials = async (request: Partial<DialRequest>) => {
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent.at(-1)).toMatchObject({ type: 'dial', request }));
  };
  return { panel, set, dials };
}

describe('the form', () => {
  it('begins with the defaults, follows them, and dials with them', async () => {
    const { set, dials } = await open({ protocol: 'sip', role: 'HOST' });
    await seesForm('sip', 'HOST');
    await type('Destination', 'alice');
    await eventually(() => expect(hint()).toContain('SIP\u00a0· will dial alice'));
    await dials({ destination: 'alice', protocol: 'sip', role: 'HOST' });
    await set({ protocol: 'h323', role: 'GUEST' });
    await seesForm('h323', 'GUEST');
    await type('Destination', 'bob');
    await dials({ destination: 'bob', protocol: 'h323', role: 'GUEST' });
  });

  it('has those of the administrator', async () => {
    await open({ protocol: 'sip' }, { settings: { protocol: 'mssip', role: 'HOST' } });
    await seesForm('mssip', 'HOST');
  });

  it.each([
    ['Protocol', 'auto', { protocol: 'auto', role: 'HOST' }],
    ['Role', 'GUEST', { protocol: 'h323', role: 'GUEST' }],
  ] as const)('keeps what was chosen under %s, though it is what it was', async (field, chosen, after) => {
    const { set, dials } = await open({});
    await seesForm('auto', 'GUEST');
    await choose(field, chosen);
    await type('Destination', 'alice');
    await set({ protocol: 'h323', role: 'HOST' });
    await seesForm(after.protocol, after.role);
    await dials(after);
  });

  it('gives way to a protocol that the destination names, and to none that it does not', async () => {
    const { dials } = await open({ protocol: 'h323' });
    await type('Destination', 'sip:alice@example.com');
    await seesForm('sip', 'GUEST');
    await dials({ destination: 'alice@example.com', protocol: 'sip' });
    await press('button', 'Dial as typed');
    await dials({ destination: 'sip:alice@example.com', protocol: 'sip' });
    await type('Destination', '+47 22 33 44 55');
    await eventually(() => expect(hint()).toContain('Phone number\u00a0· will dial +4722334455'));
    await dials({ destination: '+4722334455', protocol: 'h323' });
  });

  it('dials nothing that cannot be dialed for the sake of a default', async () => {
    const { panel } = await open({ protocol: 'sip' });
    await type('Destination', 'https://meet.google.com/abc');
    await press('button', 'Dial');
    await eventually(() => expect(hint()).toContain('can’t be dialed'));
    expect(panel.sent).toEqual([]);
  });

  it('goes back to what the destination names, or else to the default', async () => {
    await open({ protocol: 'mssip' });
    await choose('Protocol', 'auto');
    await type('Destination', 'h323:alice@example.com');
    await eventually(() => the('button', 'Use H.323'));
    await press('button', 'Use H.323');
    await seesForm('h323', 'GUEST');
    await type('Destination', 'alice@example.com');
    await seesForm('mssip', 'GUEST');
  });

  it('keeps what the request body says, also while that is wrong', async () => {
    const { set, dials } = await open({});
    const details = document.querySelector<HTMLDetailsElement>('.request-body');
    details?.setAttribute('open', '');
    details?.dispatchEvent(new Event('toggle'));
    await eventually(() => the('textbox', 'Request body'));
    await type('Request body', '{"role":');
    await set({ protocol: 'h323', role: 'HOST' });
    await seesForm('h323', 'HOST');
    expect(value('textbox', 'Request body')).toBe('{"role":');
    await type('Request body', '{"role":"GUEST","destination":"alice","protocol":"auto"}');
    await seesForm('auto', 'GUEST');
    await set({ protocol: 'sip', role: 'HOST' });
    await dials({ destination: 'alice', protocol: 'auto', role: 'GUEST' });
  });
});

describe('a list', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    opened = await open({ protocol: 'sip', role: 'HOST' });
    await openView('Many');
    await eventually(() => the('textbox', 'Destinations'));
  });
  /** The form has a role, too. */
  const role = () => {
    const select = document.querySelector<HTMLSelectElement>('#list-role');
    if (!select) throw new Error('There is no role.');
    return select;
  };
  const dialAll = async (request: Partial<DialRequest>) => {
    await type('Destinations', 'alice@example.com');
    await press('button', 'Dial all');
    await eventually(() => expect(opened.panel.sent.at(-1)).toMatchObject({ type: 'dial', request }));
  };

  it('begins with the defaults, and follows them', async () => {
    await eventually(() => expect(role().value).toBe('HOST'));
    await opened.set({ protocol: 'h323', role: 'GUEST' });
    await eventually(() => expect(role().value).toBe('GUEST'));
    await dialAll({ protocol: 'h323', role: 'GUEST' });
  });

  it('keeps the role that was chosen', async () => {
    role().dispatchEvent(new Event('change', { bubbles: true }));
    await opened.set({ role: 'GUEST' });
    await dialAll({ protocol: 'auto', role: 'HOST' });
  });
});

it('settings of before are read with what there was before', async () => {
  const { protocol: _, role: __, ...before } = { ...DEFAULT_SETTINGS, region: 'NO', perMinute: 7 };
  const storage = memoryStorage({ local: { [SETTINGS.key]: { version: 1, value: before } } });
  const panel = openPanel(storage);
  await panel.receive(aMeeting());
  await type('Destination', '22 33 44 55');
  await press('button', 'Dial');
  await eventually(() =>
    expect(panel.sent.at(-1)).toMatchObject({
      request: { destination: '+4722334455', protocol: 'auto', role: 'GUEST' },
    }),
  );
  expect(Object.keys(await storage.local.read()).filter((key) => key.includes('set-aside'))).toEqual([]);
});
