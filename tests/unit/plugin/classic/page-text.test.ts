// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { watchPage } from '../../../../plugin/classic/isolation/page-text';
import { asOwner, runningOwner } from '../../../../plugin/classic/streams/owner';
import { until } from '../../../until';
import { anOwner } from './support/owner';

const plugin = (id: string) => anOwner(id, (sentence) => void limits.push(`${id}: ${sentence}`));
const limits: string[] = [];
const [one, other] = [plugin('one'), plugin('other')];
const shown: string[] = [];
const dialogs = document.createElement('main');

beforeAll(() => {
  document.body.append(dialogs);
  watchPage(
    {
      ...{ view: window as unknown as Isolated['view'], caller: runningOwner, report: () => {} },
      notice: (text, owner) => void shown.push(`${owner?.id}: ${text}`),
    },
    dialogs,
  );
});
beforeEach(() => {
  shown.length = 0;
});
/** Waits for a text that comes last. */
async function after(): Promise<string[]> {
  asOwner(other, () =>
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'end' })),
  );
  await until(() => expect(shown).toContain('other: end'));
  return shown.filter((text) => text !== 'other: end');
}
const list = () =>
  asOwner(one, () => {
    const box = document.createElement('div');
    document.body.append(box);
    box.innerHTML = '<ul><li>a</li><li>b</li><li>c</li></ul>';
    return box.querySelector('ul') ?? box;
  });

it('shows a text once, however often it moves', async () => {
  const rows = list();
  expect(await after()).toEqual(['one: abc']);
  shown.length = 0;
  asOwner(one, () => {
    for (let turn = 0; turn < 5; turn += 1) rows.append(rows.firstElementChild ?? '');
    document.body.append(rows.parentElement ?? '');
    rows.replaceChildren(...[...rows.children].reverse());
  });
  expect(await after()).toEqual([]);
});

it('shows what comes in beside what moves', async () => {
  const rows = list();
  await after();
  shown.length = 0;
  asOwner(one, () => {
    rows.append(rows.firstElementChild ?? '');
    rows.insertAdjacentHTML('beforeend', '<li>new</li>');
  });
  expect(await after()).toEqual(['one: bcanew']);
});

it('shows the last of many texts, under the name of the plugin that made them', async () => {
  asOwner(one, () => {
    const toast = document.createElement('div');
    document.body.append(toast);
    for (let n = 0; n < 50; n += 1) toast.textContent = `Text ${n}`;
  });
  asOwner(other, () => undefined);
  expect(await after()).toEqual(['one: Text 49']);
});

it('shows no text of dialogs, nor of the page when it is put into a box', async () => {
  dialogs.textContent = 'A dialog';
  asOwner(one, () => {
    const box = document.createElement('div');
    document.body.append(box);
    box.append(dialogs);
  });
  expect(await after()).toEqual([]);
});
