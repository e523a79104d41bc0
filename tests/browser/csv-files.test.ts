import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { anyName, type BrowserUnderTest, browsers, type Tab } from './harness/browser';
import { chooseFile } from './support/files';
import { BUILDS } from './support/fixture';

const FOLDER = 'tests/fixtures/csv';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
const exports = files.filter((name) => name.startsWith('exported'));
const sheets = files.filter((name) => !exports.includes(name));

describe.each(browsers)('CSV files of LibreOffice, in $name', ({ name, launch }) => {
  let browser: BrowserUnderTest;
  let options: Tab;

  beforeAll(async () => {
    browser = await launch({ extensionDir: BUILDS[name], keepWelcome: true });
    options = await browser.ownTab('options.html?welcome');
    await options.navigate(await options.evaluate(() => new URL('/options.html', location.href).href));
  });
  afterAll(() => browser?.close());

  const choose = (file: string) =>
    chooseFile(options, 'preset-import', file, readFileSync(`${FOLDER}/${file}`));
  const seeStatus = (says: string) => options.see('status', anyName, ({ text }) => text.startsWith(says));

  test.each(sheets)('%s is read with its letters', async (file) => {
    await choose(file);
    await seeStatus('5 to import');
    if (file.startsWith('windows'))
      await options.see('combobox', 'Text encoding', ({ value }) => value === 'windows-1252');
    else await options.gone('combobox', 'Text encoding');
    await options.click('button', 'Import 5');
    await seeStatus('5 presets imported.');
    for (const each of ['Müller, Käthe', 'Ørsted Møterom', 'Salle "Été"'])
      await options.see('listitem', anyName, ({ text }) => text.startsWith(each));
    await options.click('button', 'Undo');
    await seeStatus('Undone.');
  });

  test.each(exports)('%s comes back whole', async (file) => {
    await choose(file);
    await seeStatus('14 to import');
    await options.gone('list', 'Couldn’t be read');
    await options.click('button', 'Cancel');
  });
});
