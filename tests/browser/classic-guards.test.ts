import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ChromiumTab } from './harness/chromium/tab';
import { eventually } from './harness/eventually';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';
import { commit, expectSiblingWell, expectTold, said } from './support/rude';

const FOLDER = 'tests/fixtures/classic/rude';

let fixture: ClassicFixture;
beforeAll(async () => {
  fixture = await createClassicFixture(FOLDER);
});
afterAll(() => fixture?.close());

/** Keeps the notices that come from now on: each is on screen for some seconds only. */
const recordNotices = (here: ClassicMeeting) =>
  here.webapp3.evaluate(() => {
    const isRecording = Reflect.has(window, 'notices');
    Reflect.set(window, 'notices', []);
    if (isRecording) return;
    const record = (node: Node) => {
      if (node instanceof Element && node.matches('.toast'))
        Reflect.get(window, 'notices').push(node.firstChild?.textContent ?? '');
    };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach(record);
    }).observe(document.body, { childList: true, subtree: true });
  });
const notices = (here: ClassicMeeting) =>
  here.webapp3.evaluate(() => Reflect.get(window, 'notices') as string[]);
const notice = (here: ClassicMeeting, text: string) =>
  here.webapp3.waitFor(
    `the notice "${text}"`,
    (wanted) => (Reflect.get(window, 'notices') as string[]).includes(wanted),
    text,
  );

/** Web App 3 as a tab of its own: one renderer, which can be told what to do from outside. */
async function openDirectly() {
  const tab = await fixture.browser.open(fixture.meeting.directUrl());
  if (!(tab instanceof ChromiumTab)) throw new Error('Chromium alone is told so');
  return { tab, webapp3: tab, runtime: await tab.frame('iframe.widget[title="Plugins"]'), console: [] };
}

describe('a plugin that would end or cover the others is held back and named', () => {
  let here: ClassicMeeting;
  beforeAll(async () => {
    here = await fixture.join();
    await here.webapp3.see('button', 'Still here');
  });

  test('says nothing of a plugin before it does anything', async () => {
    expect(await said(here, 'rude')).toMatch(/version 1For a testOn$/);
  });

  test.each([
    ['leave', 'it navigates its page elsewhere'],
    ['assign', 'it navigates its page elsewhere'],
    ['followLink', 'it navigates its page elsewhere'],
    ['submitForm', 'it navigates its page elsewhere'],
    ['pushState', 'it changes the URL or the history'],
    ['goBack', 'it changes the URL or the history'],
    ['write', 'it writes over its document'],
    ['ask', 'it uses confirm or prompt'],
    ['openWindow', 'it opens windows'],
    ['timers', 'it has 200 timers at a time'],
    ['picture', 'it puts more than text into its own hidden page'],
  ])('%s', (deed, sentence) => expectTold(here, deed, sentence));

  test('gives at most 200 timers, and answers questions with no', async () => {
    expect(await here.runtime.evaluate(() => Reflect.get(window, 'rudeTimers'))).toBe(200);
    expect(await here.runtime.evaluate(() => Reflect.get(window, 'rudeAnswers'))).toEqual([false, null]);
  });

  test('shows that it runs in part from then on', async () => {
    expect(await said(here, 'rude')).toContain('On, runs in part');
    expect(await said(here, 'sibling')).toMatch(/version 1For a testOn$/);
  });

  test('gives full screen to the meeting, whose buttons stay', async () => {
    await commit(here, 'fullScreen');
    await here.webapp3.waitFor('full screen', () => document.fullscreenElement === document.documentElement);
    await expectSiblingWell(here);
    await here.webapp3.evaluate(() => document.exitFullscreen());
  });
});

describe('text that a plugin puts where nobody can see it', () => {
  let here: ClassicMeeting;
  beforeAll(async () => {
    here = await fixture.join();
    await here.webapp3.see('button', 'Still here');
  });
  beforeEach(() => recordNotices(here));

  test('is shown as a notice, and again when it changes', async () => {
    await commit(here, 'toast');
    await notice(here, 'A toast from rude');
    await commit(here, 'changeToast');
    await notice(here, 'Another toast');
    expect(await said(here, 'rude')).toMatch(/version 1For a testOn$/);
  });

  test('is shown when it is an alert', async () => {
    await commit(here, 'alert');
    await notice(here, 'An alert from rude');
  });

  test('is not shown while it is hidden', async () => {
    await commit(here, 'hiddenToast');
    // Shown later than the hidden one would be.
    await commit(here, 'alert');
    await notice(here, 'An alert from rude');
    expect((await notices(here)).join()).not.toContain('Nobody should see this');
  });
});

describe('the hidden page of all plugins, when it is closed', () => {
  test('comes back with the others, without the plugin that ran last', async () => {
    const here = await openDirectly();
    const session = await here.tab.page.createCDPSession();
    await here.webapp3.see('button', 'Still here');
    await recordNotices(here);
    await commit(here, 'alert');
    await notice(here, 'An alert from rude');
    // As the browser does it by itself, no script can hold it back.
    const { frameTree } = await session.send('Page.getFrameTree');
    const frames = frameTree.childFrames?.map(({ frame }) => frame) ?? [];
    const frameId = frames.find(({ url }) => url.includes('runtime.html'))?.id;
    if (!frameId) throw new Error(`no runtime among ${frames.map(({ url }) => url).join()}`);
    await session.send('Page.navigate', { url: 'about:blank', frameId });
    await here.webapp3.gone('button', 'Misbehave');
    await here.webapp3.see('button', 'Still here');
    await expectSiblingWell(here);
    expect(await said(here, 'rude')).toContain('it ended the page that all plugins share');
    expect(await here.webapp3.find('button', 'Misbehave')).toBeUndefined();
  });
});

describe('the hidden page of all plugins, when a plugin takes it apart each time it is put back', () => {
  test('comes back with the others, without that plugin', async () => {
    // The browser may have turned the plugin off before.
    await (await openDirectly()).tab.evaluate(() => localStorage.clear());
    const here = await openDirectly();
    await here.webapp3.see('button', 'Still here');
    await commit(here, 'takeApart');
    await here.webapp3.gone('button', 'Misbehave');
    await here.webapp3.see('button', 'Still here');
    const again = { ...here, runtime: await here.tab.frame('iframe.widget[title="Plugins"]') };
    await expectSiblingWell(again);
    expect(await said(again, 'rude')).toContain('it ended the page that all plugins share');
  });
});

describe('a source file that never arrives', () => {
  test('keeps no plugin behind it', async () => {
    const tab = await fixture.browser.open('about:blank');
    if (!(tab instanceof ChromiumTab)) throw new Error('Chromium alone is told so');
    await tab.page.setRequestInterception(true);
    tab.page.on('request', (request) => request.url().endsWith('/endless.js') || void request.continue());
    await tab.navigate(fixture.meeting.directUrl());
    await tab.see('button', 'Still here');
    expect(await tab.find('button', 'Never end')).toBeUndefined();
  });
});

describe('a plugin without an end', () => {
  test('is named after the meeting is loaded again, and stays off until it is turned on', async () => {
    const here = await openDirectly();
    const { tab } = here;
    await tab.see('button', 'Never end');
    const session = await tab.page.createCDPSession();
    // Stopped before it began, it would never run.
    const begun = new Promise<void>((resolve) => {
      tab.page.on('console', (message) => message.text() === 'The loop begins' && resolve());
    });
    await tab.evaluate(() => document.querySelector<HTMLElement>('button[title="Never end"]')?.click());
    await begun;
    await eventually('the loop to be stopped', async () => {
      await session.send('Runtime.terminateExecution');
      // A stopped script cannot take its note back.
      const note = await tab.evaluate(() => sessionStorage.getItem('classic-plugins:at-work'));
      if (note === 'endless') return { done: { value: true } };
      return { seen: String(note) };
    });
    await tab.reload();
    await here.webapp3.see('button', 'Still here');
    expect(await said(here, 'endless')).toContain('it didn’t stop running');
    const noted = await tab.evaluate(() => sessionStorage.getItem('endless-noted'));
    const ways = Object.entries(JSON.parse(noted ?? '{}'));
    expect(ways.length).toBeGreaterThan(14);
    expect(ways.filter(([, by]) => by !== 'endless')).toEqual([]);
    expect(await here.webapp3.find('button', 'Never end')).toBeUndefined();
    await expectSiblingWell(here);
  });
});
