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
  const open = async () => {
    mountOptions(byId('root'), { storage: memoryStorage(), signal: new AbortController().signal });
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
    await search('no such thing');
    expect(shown()).toEqual([]);
    expect(document.body.textContent).toContain('No setting matches “no such thing”.');
    await search('');
    expect(shown()).toEqual(before);
  });

  it('open at the setting that the address names, with the focus in it', async () => {
    location.hash = '#setting-region';
    await open();
    await eventually(() => expect(document.activeElement).toBe(the('combobox', 'Default country')));
  });
});
