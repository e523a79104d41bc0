// @vitest-environment happy-dom

import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserRegion } from '../../../../panel/request/browser-region';
import { SETTINGS } from '../../../../settings/settings';
import { readItem } from '../../../../settings/storage/item';
import { memoryStorage } from '../../../../settings/storage/memory';
import { hint, seesHint } from '../destination-hint';
import { all, aMeeting, eventually, openPanel, press, the, type } from '../fixture';

describe('the country of a browser', () => {
  it.each([
    [['nb-NO', 'nb', 'en'], 'NO'],
    [['en', 'de-AT'], 'AT'],
    [['nb'], 'NO'],
    [['ja', 'en'], 'JP'],
    [['zh-Hant-TW'], 'TW'],
    [['es-419', 'es-MX'], 'MX'],
    [['es-419'], undefined],
    [['no such tag', 'sv-SE'], 'SE'],
    [['no such tag'], undefined],
    [[], undefined],
  ])('%j is %s', (languages, region) => expect(browserRegion(languages)).toBe(region));
});

const speaks = (...languages: readonly string[]) =>
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([...languages]);
afterEach(() => vi.restoreAllMocks());

async function open(openOptions?: () => void) {
  const storage = memoryStorage();
  const panel = openPanel(storage, openOptions ? { openOptions } : {});
  await panel.receive(aMeeting());
  return { panel, storage };
}
const offer = /^Set default country/;
const offers = () => all('button').filter(({ textContent }) => offer.test(textContent ?? ''));

describe('a number without a country', () => {
  it('stays as it is until the user confirms the country of the browser', async () => {
    speaks('nb-NO');
    const { panel, storage } = await open();
    await type('Destination', '22 33 44 55');
    await eventually(() => expect(offers()).toHaveLength(1));
    expect(document.body.textContent).toContain('In Norway, this is +4722334455.');
    expect(hint()).toContain('will dial 22334455');
    expect((await readItem(storage.local, SETTINGS)).region).toBe('');
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent).toMatchObject([{ request: { destination: '22334455' } }]));
    await press('button', 'Set default country: Norway');
    await seesHint('Phone number\u00a0· will dial +4722334455');
    expect((await readItem(storage.local, SETTINGS)).region).toBe('NO');
    expect(offers()).toEqual([]);
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent).toHaveLength(2));
    expect(panel.sent[1]).toMatchObject({ request: { destination: '+4722334455' } });
  });

  it('with 00 in front is one too', async () => {
    speaks('de-DE');
    await open();
    await type('Destination', '0047 22 33 44 55');
    await eventually(() => expect(document.body.textContent).toContain('In Germany, this is +4722334455.'));
  });

  it.each([
    ['has a country', '+47 22 33 44 55'],
    ['is none', 'alice@example.com'],
    ['is an extension', '1234'],
  ])('gets no offer where it %s', async (_, text) => {
    speaks('nb-NO');
    await open();
    await type('Destination', '22 33 44 55');
    await eventually(() => expect(offers()).toHaveLength(1));
    await type('Destination', text);
    await eventually(() => expect(offers()).toEqual([]));
    expect(hint()).not.toContain('No default country');
  });

  it.each([
    ['sets the country', { settings: { region: 'NO' } }],
    ['locks the settings', { locks: ['settings'] }],
  ])('gets no offer where the administrator %s', async (_, managed) => {
    speaks('nb-NO');
    const { storage } = await open();
    await type('Destination', '22 33 44 55');
    await eventually(() => expect(offers()).toHaveLength(1));
    await storage.managed.set(managed);
    await eventually(() => expect(offers()).toEqual([]));
  });

  it.each([
    ['is of no country of the browser', '22 33 44 55', ['en-US']],
    ['meets a browser without one', '22 33 44 55', ['es-419']],
  ])('leads to the options where it %s', async (_, text, languages) => {
    speaks(...languages);
    const openOptions = vi.fn();
    await open(openOptions);
    await type('Destination', text);
    await eventually(() => the('button', 'Set a default country'));
    await press('button', 'Set a default country');
    expect(openOptions).toHaveBeenCalledOnce();
    expect(offers()).toEqual([]);
  });

  it('in a list gets the offer once, for all lines', async () => {
    speaks('nb-NO');
    await open();
    await press('tab', 'Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'Ann, 22 33 44 55\nBob, 22 33 44 66\ncarol@example.com');
    await eventually(() => expect(all('list', 'Lines to check')).toHaveLength(1));
    await eventually(() => expect(offers()).toHaveLength(1));
    await press('button', 'Set default country: Norway');
    await eventually(() => expect(all('list', 'Lines to check')).toEqual([]));
    expect(offers()).toEqual([]);
  });

  it('in a file of presets gets the offer, and is read anew with the country', async () => {
    speaks('nb-NO');
    const storage = memoryStorage({
      sync: {
        'preset.alice': {
          version: 1,
          name: 'alice',
          order: 0,
          request: { destination: 'alice@example.com', role: 'GUEST', protocol: 'sip' },
        },
      },
    });
    const panel = openPanel(storage);
    await panel.receive(aMeeting());
    await eventually(() => the('button', 'Manage'));
    await press('button', 'Manage');
    await eventually(() => expect(document.querySelector('input[type="file"]')).not.toBeNull());
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const file = new File(
      ['name,destination\nAnn,22 33 44 55\nBob,22 33 44 66\nEve,eve@example.com\n'],
      'p.csv',
    );
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await eventually(() => the('button', 'Import 3'));
    await eventually(() => expect(offers()).toHaveLength(1));
    await press('button', 'Set default country: Norway');
    await eventually(() => expect(offers()).toEqual([]));
    await press('button', 'Import 3');
    await eventually(async () => {
      const saved = Object.values(await storage.sync.read());
      expect(saved).toContainEqual(
        expect.objectContaining({
          name: 'Ann',
          request: expect.objectContaining({ destination: '+4722334455' }),
        }),
      );
    });
  });
});
