import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '../../settings/settings';
import { anyName, type BrowserUnderTest, type Tab } from './harness/browser';
import { candidatesBy } from './support/candidates';
import { chooseFile, savedFile } from './support/files';
import { grantPermission } from './support/permissions';
import { type Managed, managedBuild, whyNoPolicy } from './support/policy';

const MANAGED = 'Set by your administrator';

const POLICY = {
  settings: { region: 'NO' },
  sites: [{ site: 'https://portal.example.com', mode: 'watch' }],
  chat: { chats: [{ site: '*', url: 'https://chat.example.com/channel/{alias}' }] },
  presets: [{ name: 'Reception', destination: 'reception@example.com', protocol: 'sip' }],
  locks: ['chat'],
};

const candidates = candidatesBy(whyNoPolicy);

describe.each(candidates)('the options, in $title', ({ name, launch, reason }) => {
  let managed: Managed;
  let browser: BrowserUnderTest;
  let options: Tab;
  let exported: string;

  beforeAll(async () => {
    if (reason) return;
    managed = managedBuild(name, POLICY);
    const { extensionDir, env } = managed;
    browser = await launch({ extensionDir, env, keepWelcome: true });
    options = await browser.ownTab('options.html?welcome');
    await options.navigate(await options.evaluate(() => new URL('/options.html', location.href).href));
  });
  afterAll(async () => {
    await browser?.close();
    managed?.forget();
  });

  const noAnswer = 'Show “No answer yet” after (seconds)';
  const setNoAnswer = async (seconds: string) => {
    await options.fill('textbox', noAnswer, seconds);
    await options.press('Tab');
    await options.see('status', anyName, ({ text }) => text === 'Saved.');
    // It may say so of a change before.
    await expect
      .poll(() => stored('local'))
      .toMatchObject({ settings: { value: { noAnswerSeconds: Number(seconds) } } });
  };
  const seeRow = (says: RegExp) => options.see('listitem', anyName, ({ text }) => says.test(text));
  const seeStatus = (says: string | RegExp) =>
    options.see('status', anyName, ({ text }) =>
      typeof says === 'string' ? text === says : says.test(text),
    );
  /** Everything in one of the stores of the browser. */
  const stored = (area: 'local' | 'sync') =>
    options.evaluate(async (which) => {
      const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      return (await storage[which].get(null)) as Record<string, unknown>;
    }, area);
  const store = (area: 'local' | 'sync', items: object) =>
    options.evaluate(
      async (which, given) => {
        const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
        await storage[which].set(given);
      },
      area,
      items,
    );

  describe.skipIf(reason)('what an administrator has set', () => {
    test('is shown as such, and cannot be changed', async () => {
      await options.see('combobox', 'Default country', ({ value, disabled }) => value === 'NO' && disabled);
      const site = await seeRow(/^https:\/\/portal\.example\.com/);
      expect(site.text).toContain(MANAGED);
      expect(site.text).toContain('Watches');
      await seeRow(new RegExp(`^All other sites.*chat\\.example\\.com.*${MANAGED}`));
      await seeRow(new RegExp(`^Reception.*${MANAGED}`));
      for (const button of ['Respond from here', 'Stop running on this site', 'Remove', 'Edit', 'Delete']) {
        expect([button, await options.find('button', button)]).toEqual([button, undefined]);
      }
    });

    test('leaves no chat, place or name to choose where that is locked', async () => {
      const managedHere = ({ disabled, description }: { disabled: boolean; description: string }) =>
        disabled && description.includes(MANAGED);
      await options.see('combobox', 'Where the chat opens', managedHere);
      await options.see('textbox', 'Your name in the chat', ({ disabled }) => disabled);
      expect(await options.find('button', 'Add chat')).toBeUndefined();
    });
  });

  describe.skipIf(reason)('something stored couldn’t be read', () => {
    const damaged = { version: 7, value: { region: 'XX' } };

    test('is reported and kept apart, and not overwritten by what is set then', async () => {
      await store('local', { settings: damaged });
      await options.reload();
      await seeRow(/^settings: is from a newer version \(7\)/);
      await options.see('textbox', noAnswer, ({ value }) => value === '60');
      await setNoAnswer('90');
      expect(await stored('local')).toMatchObject({
        settings: { version: SETTINGS.version, value: { noAnswerSeconds: 90 } },
        'settings.set-aside.1': { raw: damaged },
      });
    });

    test('is saved as it was found, and removed', async () => {
      await options.click('button', 'View and remove');
      await options.waitFor('the focus', () => document.activeElement?.id === 'options-damaged');
      await options.click('button', 'Save a copy');
      expect(JSON.parse(await savedFile(browser, 'settings.set-aside.1.json'))).toEqual(damaged);
      await options.click('button', 'Remove');
      await options.gone('heading', 'Couldn’t be read');
      expect(Object.keys(await stored('local'))).not.toContain('settings.set-aside.1');
    });
  });

  describe.skipIf(reason)('a damaged preset that comes from another machine', () => {
    test('is kept apart like the others, reported at once, and removed', async () => {
      await store('sync', { 'preset.x': 'garbage' });
      await seeRow(/^preset\.x: isn’t a preset/);
      // The copy is written first, and told of while the preset is being removed.
      await expect
        .poll(() => stored('sync'))
        .toEqual({ 'preset.x.set-aside.1': expect.objectContaining({ raw: 'garbage' }) });
      await options.click('button', 'Remove');
      await options.gone('heading', 'Couldn’t be read');
      expect(await stored('sync')).toEqual({});
    });
  });

  describe.skipIf(reason)('all settings in a file', () => {
    const replaced = () => options.see('textbox', noAnswer, ({ value }) => value === '90');

    test('are exported', async () => {
      await chooseFile(options, 'preset-import', 'presets.csv', 'name,destination\nAlice,alice@example.com');
      await options.click('button', 'Import 1');
      await seeRow(/^Alice/);
      await options.click('button', 'Export all settings');
      exported = await savedFile(browser, 'external-chat-settings.json');
      expect(JSON.parse(exported)).toMatchObject({
        format: 'external-chat-settings',
        version: 1,
        // Not the country and the preset of the administrator.
        value: { settings: { value: { region: '', noAnswerSeconds: 90 } }, presets: [{ name: 'Alice' }] },
      });
    });

    test('with mistakes are refused, and nothing is changed', async () => {
      const before = [await stored('local'), await stored('sync')];
      const text = exported
        .replace('"noAnswerSeconds": 90', '"noAnswerSeconds": 4')
        .replace('"Alice"', '"A')
        .replace('"A', '"A"');
      await chooseFile(
        options,
        'settings-file',
        'settings.json',
        text.replace('"version": 1,\n        "name"', '"version": 9,\n        "name"'),
      );
      await seeRow(/^settings\.noAnswerSeconds must be a whole number from 5 to 600/);
      await seeRow(/^presets\.#1 is from an unknown version \(9\)/);
      expect(await options.find('button', 'Apply changes')).toBeUndefined();
      expect([await stored('local'), await stored('sync')]).toEqual(before);
    });

    test('are shown before they replace anything', async () => {
      await setNoAnswer('30');
      await options.click('button', 'Delete');
      await options.gone('listitem', /^Alice/);
      const file = JSON.parse(exported) as { value: Record<string, unknown> };
      file.value.sites = { version: 1, value: ['http://localhost'] };
      await chooseFile(options, 'settings-file', 'settings.json', JSON.stringify(file));
      await seeStatus('Changes: 3. Nothing is replaced yet.');
      const rows = await options.findAll('listitem', anyName);
      expect(rows.map(({ text }) => text).filter((text) => /^(Added|Changed|Removed)/.test(text))).toEqual([
        expect.stringMatching(/^Added.*Runs automatically on http:\/\/localhost/),
        expect.stringMatching(/^Changed.*No answer yet.*Before: 30.*After: 90/),
        expect.stringMatching(/^Added.*Preset Alice.*alice@example\.com/),
      ]);
      await options.waitFor('what stays, and what the browser has to be asked for', () => {
        const text = document.querySelector('.preview')?.textContent ?? '';
        return (
          /administrator manages it:.*Chat.*Default country/.test(text) &&
          /select “Allow sites”.*localhost/.test(text)
        );
      });
      await options.see('textbox', noAnswer, ({ value }) => value === '30');
    });

    test('replace what there was by the keyboard, and the focus stays there', async () => {
      await options.evaluate(() => document.getElementById('settings-file')?.focus());
      await options.press('Tab');
      await options.press('Enter');
      await seeStatus('Changes applied: 3.');
      await replaced();
      await seeRow(/^Alice/);
      await seeRow(/^http:\/\/localhost.*Needs your permission/);
      await options.waitFor('the focus', () => document.activeElement?.matches('.preview'));
    });

    test('have the browser ask for the sites at a press', async () => {
      await grantPermission(browser, 'http://localhost', async () => {
        await options.bringToFront();
        await options.click('button', 'Allow sites');
      });
      await seeStatus('The extension can now run there.');
      await seeRow(/^http:\/\/localhost.*Runs automatically/);
    });

    test('are taken back', async () => {
      await options.click('button', 'Undo import');
      await seeStatus('Import undone.');
      await options.see('textbox', noAnswer, ({ value }) => value === '30');
      await options.gone('listitem', /^Alice/);
      await options.waitFor(
        'the site to be gone',
        () => !document.querySelector('#sites ~ ul')?.textContent?.includes('localhost'),
      );
      expect((await stored('local')).sites).toEqual({ version: 1, value: [] });
    });
  });
});
