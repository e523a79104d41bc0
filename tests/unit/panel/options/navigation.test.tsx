// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, byId, eventually, rendered, the } from '../fixture';

const shown = () =>
  [...document.querySelectorAll<HTMLElement>('.options-body > section')]
    .filter(({ hidden }) => !hidden)
    .map((section) => section.querySelector('h2')?.textContent);
const links = () =>
  all('link', undefined, the('navigation', 'Sections')).map(({ textContent }) => textContent);

async function search(text: string) {
  const field = the<HTMLInputElement>('searchbox', 'Search the options');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await rendered();
}

describe('the options', () => {
  beforeEach(() => {
    document.body.innerHTML = '<div id="root"></div>';
    const stop = new AbortController();
    onTestFinished(() => {
      stop.abort();
      location.hash = '';
    });
  });
  const open = async (content: Parameters<typeof memoryStorage>[0] = {}) => {
    mountOptions(byId('root'), { storage: memoryStorage(content), signal: new AbortController().signal });
    await eventually(() => byId('chat'));
    await eventually(() => byId('transfer'));
  };

  it('have a link to each of their sections', async () => {
    await open();
    expect(links()).toEqual(shown());
    for (const link of all('link', undefined, the('navigation', 'Sections')))
      expect(document.querySelector(link.getAttribute('href') ?? '')?.textContent).toBe(link.textContent);
  });

  it('are searched: what does not match goes, and comes back', async () => {
    await open();
    const before = shown();
    await search('COUNTRY ');
    expect(shown()).toEqual(['Dialing', 'Call limits and warnings']);
    expect(links()).toEqual(shown());
    const labels = [
      ...document.querySelectorAll<HTMLElement>('.options-body > section:not([hidden]) > .field'),
    ]
      .filter(({ hidden }) => !hidden)
      .map((field) => field.querySelector('label')?.textContent);
    expect(labels).toEqual(['Default country', 'Ask before dialing international numbers']);
    await search('call limits');
    expect(shown()).toContain('Call limits and warnings');
    expect(byId('guard').closest('section')?.querySelectorAll('.field[hidden]')).toHaveLength(0);
    // Two labels that stand beside each other.
    await search('chattesting');
    expect(shown()).toEqual([]);
    await search('no such thing');
    expect(shown()).toEqual([]);
    expect(document.body.textContent).toContain('No setting matches “no such thing”.');
    await search('');
    expect(shown()).toEqual(before);
  });

  it('are searched among the presets, without accents, and with the group above what is left', async () => {
    const preset = (name: string, order: number, group?: string) => ({
      [`preset.${name}`]: {
        version: 1,
        name,
        order,
        ...(group && { group }),
        request: { destination: `r${order}@example.com`, role: 'GUEST', protocol: 'sip' },
      },
    });
    const sync = {
      ...preset('Lobby', 0),
      ...preset('Café 12', 1, 'Bergen'),
      ...preset('Café 13', 2, 'Oslo'),
    };
    await open({ sync });
    const rows = () =>
      [...document.querySelectorAll<HTMLElement>('.manager > ul > li')]
        .filter(({ hidden }) => !hidden)
        .map((row) => row.querySelector('.destination')?.textContent ?? row.textContent);
    await eventually(() => expect(rows()).toHaveLength(5));
    await search('cafe 12');
    expect(shown()).toEqual(['Presets']);
    expect(rows()).toEqual(['Bergen', 'Café 12']);
    await search('oslo');
    expect(rows()).toEqual(['Oslo', 'Café 13']);
    await search('presets');
    expect(rows()).toHaveLength(5);
    await search('');
    expect(rows()).toHaveLength(5);
  });

  it.each([
    ['chat address', 'Chat'],
    ['rocket', 'Chat'],
    ['policy', 'Import and export'],
    ['dark mode', 'Appearance and tabs'],
    ['calls maximum', 'Call limits and warnings'],
    ['  Sound   play ', 'Notifications and sound'],
    ['h323', 'Dialing'],
    ['H.323', 'Dialing'],
    ['rate limit', 'Call limits and warnings'],
  ])('find for “%s” the section “%s”', async (query, section) => {
    await open();
    await search(query);
    expect(shown()).toContain(section);
    expect(shown().length).toBeLessThan(4);
  });

  it('pass over the choices of a long list, such as all countries', async () => {
    await open();
    await eventually(() =>
      expect(byId('setting-region').querySelectorAll('option').length).toBeGreaterThan(30),
    );
    await search('philippines');
    expect(shown()).toEqual([]);
  });

  it('leave of a section what has all words, or all of it if its names have them', async () => {
    await open();
    const left = (id: string) => [
      ...(byId(id).closest('section')?.querySelectorAll('.field:not([hidden])') ?? []),
    ];
    await search('limits premium');
    expect(shown()).toEqual(['Call limits and warnings']);
    expect(left('guard')).toHaveLength(1);
    await search('costs');
    expect(left('guard')).toHaveLength(3);
  });

  it('open at the setting that the address names, with the focus in it', async () => {
    location.hash = '#setting-region';
    await open();
    await eventually(() => expect(document.activeElement).toBe(the('combobox', 'Default country')));
  });

  it('show what a link leads to, whatever was searched for', async () => {
    await open();
    const before = shown();
    await search('country');
    location.hash = '#notifications';
    await eventually(() => expect(shown()).toEqual(before));
    expect(the<HTMLInputElement>('searchbox', 'Search the options').value).toBe('');
    await search('country');
    location.hash = '#setting-region';
    await eventually(() => expect(document.activeElement).toBe(the('combobox', 'Default country')));
    expect(the<HTMLInputElement>('searchbox', 'Search the options').value).toBe('country');
  });
});
