import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import {
  anyName,
  type BrowserUnderTest,
  type ElementSnapshot,
  type Surface,
  type Tab,
} from './harness/browser';
import { candidatesBy } from './support/candidates';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { chooseFromMenu } from './support/menu';
import { type ServedPage, servePage } from './support/page';
import { openPanel } from './support/panel';
import { grantPermission } from './support/permissions';
import { type Managed, managedBuild, whyNoPolicy } from './support/policy';
import { openView } from './support/views';

const MANAGED = 'Set by your administrator';
const SITE = 'http://localhost';

const candidates = candidatesBy(whyNoPolicy);

describe.each(candidates)('a policy that decides on everything, in $title', ({ name, launch, reason }) => {
  let meeting: DemoMeeting;
  let chat: ServedPage;
  let elsewhere: ServedPage;
  let managed: Managed;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let webapp3: Surface;
  let panel: Surface;
  let options: Tab;
  let policy: object;

  beforeAll(async () => {
    if (reason) return;
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    chat = await servePage('<!doctype html><title>Team chat</title><h1>Team chat</h1>');
    elsewhere = await servePage('<!doctype html><title>Elsewhere</title>');
    policy = {
      sites: [{ site: new URL(meeting.embeddingUrl()).origin }],
      chat: { place: 'dock', chats: [{ site: '*', url: `${chat.url}{alias}` }] },
      presets: [{ name: 'Reception', destination: 'reception@example.com', protocol: 'sip' }],
      settings: { region: 'NO' },
      locks: ['settings', 'presets', 'chat', 'sites', 'welcome'],
    };
    managed = managedBuild(name, policy);
    const { extensionDir, env } = managed;
    browser = await launch({ extensionDir, env, keepWelcome: true });
    tab = await browser.open(meeting.embeddingUrl());
    webapp3 = await tab.frame('#webapp3');
    await webapp3.see('button', 'Open Chat');
    panel = await openPanel(tab);
    await panel.click('button', 'More');
    await panel.click('button', 'Options');
    options = await browser.ownTab('options.html');
  });
  afterAll(async () => {
    await browser?.close();
    await meeting?.close();
    chat?.close();
    elsewhere?.close();
    managed?.forget();
  });

  const seeSite = (says: RegExp) =>
    options.see('listitem', anyName, ({ text }) => /^http:\/\/localhost/.test(text) && says.test(text));
  const storedSites = () =>
    options.evaluate(async () => {
      const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      return (await storage.local.get('sites')) as object;
    });

  /** Pages that say how to begin. */
  const welcomes = () =>
    options.evaluate(() => {
      const { extension } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const tabs = extension.getViews({ type: 'tab' }) as Window[];
      return tabs.filter(({ location }) => location.search === '?welcome').length;
    });

  describe.skipIf(reason)('with every lock', () => {
    test('leaves nothing to set in the options', async () => {
      for (const [role, field] of [
        ['combobox', 'Default country'],
        ['textbox', 'Show “No answer yet” after (seconds)'],
        ['checkbox', 'Keep call history'],
        ['textbox', 'Maximum calls per minute'],
        ['combobox', 'Where the chat opens'],
      ] as const) {
        await options.see(
          role,
          field,
          ({ disabled, description }) => disabled && description.includes(MANAGED),
        );
      }
      for (const button of ['Add site', 'Stop running on this site', 'Watch only', 'Add chat', 'Edit']) {
        // Each part of the page reads the policy by itself.
        await options.gone('button', button);
      }
    });

    test('has a site wait for the leave of the browser, and then run by itself', async () => {
      await seeSite(new RegExp(`Needs your permission.*${MANAGED}`));
      await grantPermission(browser, SITE, async () => {
        await options.bringToFront();
        await options.click('button', 'Allow');
      });
      await seeSite(new RegExp(`Runs automatically.*${MANAGED}`));
      await options.waitFor('the detector to be registered', async () => {
        const { scripting } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
        return (
          ((await scripting.getRegisteredContentScripts({ ids: ['lookout'] })) as unknown[]).length === 1
        );
      });
    });

    test('opens its chat there without a press, whatever somebody has set', async () => {
      await setCustomChat(options, 'https://chat.example.com/', 'panel');
      await tab.closePanel();
      await tab.bringToFront();
      await tab.reload();
      await webapp3.click('button', 'Open Chat');
      const dock = await tab.frame(DOCK);
      await (await dock.frame('iframe.custom-chat')).see('heading', 'Team chat');
      await webapp3.click('button', 'Close Chat');
    });

    test('keeps a preset from being saved', async () => {
      panel = await openPanel(tab);
      await panel.see('button', 'Reception');
      await panel.fill('textbox', 'Destination', 'alice@example.com');
      await panel.click('button', 'Save');
      await panel.fill('textbox', 'Preset name', 'Alice');
      await panel.click('button', 'Save preset');
      await panel.see('status', anyName, ({ text }) => text.includes('your administrator manages'));
      expect(await panel.find('button', 'Alice')).toBeUndefined();
    });

    test('has the menu of the icon show the sites, and add none', async () => {
      await tab.navigate(elsewhere.url);
      // One of its own, to be told from the one that comes.
      await options.navigate(await options.evaluate(() => `${location.href}?before`));
      await chooseFromMenu(browser, tab, 'always-run', options);
      const shown = await browser.ownTab('options.html');
      await shown.waitFor('the sites', () => location.hash === '#sites');
      await shown.close();
      expect(await storedSites()).toEqual({});
    });

    // Chromium brings the policy some seconds after the installation.
    test('leaves no page open that says how to begin', async () => {
      await expect.poll(welcomes).toBe(0);
    });

    test('has the menu of the icon choose no other place for the chat', async () => {
      const stored = () =>
        options.evaluate(async () => {
          const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
          return ((await storage.local.get('chat')) as { chat: { value: { place: string } } }).chat.value
            .place;
        });
      expect(await stored()).toBe('panel');
      const isChosen = await chooseFromMenu(browser, tab, 'place-dock', options);
      // Chromium's menu is native: the background is told anyway, as by an item that was not disabled in
      // time.
      expect(isChosen).toBe(name === 'chromium');
      await chooseFromMenu(browser, tab, 'help', options);
      await browser.ownTab('options.html?welcome');
      expect(await stored()).toBe('panel');
    });
  });

  // Firefox drops nothing. It is tried where the policy can change.
  describe.skipIf(reason || name === 'firefox')('attack: a policy whose allow-list the browser drops', () => {
    test('lets nothing be dialed, and says why', async () => {
      managed.change({ allow: ['*@example.com', 7], settings: { region: 'NO' }, locks: ['allow', 'alow'] });
      await options.waitFor('what is wrong with it', () =>
        document.body.textContent?.includes('no valid allow list'),
      );
      expect(await options.evaluate(() => document.body.textContent)).toContain('locks must be a list');
      await tab.navigate(meeting.embeddingUrl());
      await webapp3.see('button', 'Open Chat');
      panel = await openPanel(tab);
      await openView(panel, 'Dial out');
      await panel.fill('textbox', 'Destination', 'alice@example.com');
      await panel.click('button', 'Dial');
      await panel.see('textbox', 'Destination', ({ description }) => description.includes('doesn’t allow'));
      expect(meeting.node.conference('qa.meeting').dials).toEqual([]);
    });
  });

  // Firefox reads a managed manifest as it starts.
  test.skipIf(reason || name === 'firefox')('is followed as it changes', async () => {
    managed.change({ ...policy, sites: [{ site: 'nowhere' }], settings: { region: 'SE' }, locks: [] });
    // It looks for changes as often as it likes.
    const isSwedish = ({ value, disabled }: ElementSnapshot) => value === 'SE' && Boolean(disabled);
    await options.see('combobox', 'Default country', isSwedish);
    await options.see('textbox', 'Show “No answer yet” after (seconds)', ({ disabled }) => !disabled);
    await options.waitFor('what is wrong with it', () =>
      document.body.textContent?.includes('sites, entry 1: site must be a URL'),
    );
    await options.waitFor('the detector to be registered nowhere', async () => {
      const { scripting } = Reflect.get(window, 'chrome');
      return ((await scripting.getRegisteredContentScripts({ ids: ['lookout'] })) as unknown[]).length === 0;
    });
  });
});

/** Runs from the start in meetings on this machine, as an organization's own build does. */
const FIXED = {
  host_permissions: [`${SITE}/*`],
  content_scripts: [{ matches: [`${SITE}/*`], js: ['detector.js'], run_at: 'document_start' }],
};

describe.each(candidates)('a policy that prefers the side panel, in $title', ({ name, launch, reason }) => {
  test.skipIf(reason)(
    'leaves the chat to the icon of a tab, and shows it on the page of a popup',
    async () => {
      const managed = managedBuild(name, { chat: { place: 'panel' }, locks: ['chat'] }, FIXED);
      const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
      const url = meeting.directUrl('popup').replace('127.0.0.1', 'localhost');
      const portal = await servePage(
        `<!doctype html><title>Portal</title><button onclick="open('${url}', '', 'popup,width=900,height=700')">Join</button>`,
      );
      const { extensionDir, env } = managed;
      const browser = await launch({ extensionDir, env, keepWelcome: true });
      try {
        const welcome = await browser.ownTab('options.html?welcome');
        // Chromium brings the policy some seconds after the installation.
        await welcome.waitFor('the policy', async () => {
          const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
          return 'chat' in (await storage.managed.get(null));
        });
        const isDockShown = (tab: Tab) =>
          tab.evaluate(() => document.querySelector(':popover-open') !== null);
        const tab = await browser.open(meeting.directUrl('tab').replace('127.0.0.1', 'localhost'));
        await tab.click('button', 'Open Chat');
        await tab.see('button', 'Close Chat', ({ pressed }) => pressed === true);
        await welcome.waitFor('the icon to say that a chat waits', async () => {
          const { tabs, action } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
          const all: { id: number }[] = await tabs.query({});
          const texts = await Promise.all(all.map(({ id }) => action.getBadgeText({ tabId: id })));
          return texts.includes('…');
        });
        expect(await isDockShown(tab)).toBe(false);

        await (await browser.open(portal.url)).click('button', 'Join');
        const popup = await browser.ownTab(url);
        await popup.click('button', 'Open Chat');
        await popup.see('button', 'Close Chat', ({ pressed }) => pressed === true);
        await expect.poll(() => isDockShown(popup)).toBe(true);
        await (await popup.frame(DOCK)).see('tabpanel', 'Chat');
      } finally {
        await browser.close();
        await meeting.close();
        portal.close();
        managed.forget();
      }
    },
  );
});
