import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import type { Example } from '../../scripts/example/serve';
import { BUILT, built, doubleOf } from '../prebuild/built';
import { attacks, PREFIX } from './doubles/hostile';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { brandingWith } from './support/branding';
import { serveExample } from './support/example';
import { type ServedPage, servePage } from './support/page';

const SHIPPED = './plugins/external-chat/index.html';
const TEN = Array.from({ length: 10 }, (_, index) =>
  index % 2 === 0 ? `guest${index}@example.com` : 'busy@example.com',
);

/** How long the pages wait for an answer. Only the test of that time has it pass: see `holdAnswerTime`. */
const ANSWER_MS = 300_000;

/** A call without an answer is not told from an answered one where participants are reported at once. */
const behavior = { joinedAt: 'answer' } as const;

const plugins = {
  ours: { name: 'our plugin', tellsCalls: true, branding: () => 'webapp3/branding' },
  sameOrigin: {
    name: 'our plugin with allow-same-origin',
    tellsCalls: true,
    branding: () => brandingWith({ src: SHIPPED, sandboxValues: ['allow-same-origin'] }),
  },
  version1: { name: 'a plugin of version 1', tellsCalls: false, branding: () => doubleOf('seed-plugin') },
  second: {
    name: 'a plugin of the second namespace',
    tellsCalls: false,
    branding: () => doubleOf('videoconf-plugin'),
  },
};

/** Every page with every plugin. */
const runs = (['plain', 'react', 'framed-chat', 'custom-element'] as const).flatMap((name: Example) =>
  Object.values(plugins).map((plugin) => ({ name, plugin })),
);

describe.each(browsers)('the examples, in $name', ({ name: browserName, launch }) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await launch({});
  });
  afterAll(() => browser?.close());

  describe.each(runs)('$name with $plugin.name', ({ name, plugin }) => {
    // What a plugin sends, and what a page makes of it, is the same in every browser: in Firefox each plugin
    // has all stories with one page, and each page with one plugin.
    const isWhole = browserName === 'chromium' || name === 'plain' || plugin === plugins.ours;
    let example: ServedPage;
    let served: DemoMeeting;
    let tab: Tab;
    let meeting: Surface;

    beforeAll(async () => {
      served = await startMeeting({ brandingDir: plugin.branding(), behavior, ringMs: 100, slowMs: 1500 });
      const query = new URLSearchParams({ meeting: served.directUrl(), answerMs: String(ANSWER_MS) });
      example = await serveExample(name);
      tab = await browser.open(`${example.url}?${query}`);
      meeting = await tab.frame('#webapp3');
    });
    afterAll(async () => {
      await tab?.close();
      example?.close();
      await served?.close();
    });

    /** Waits for lines in the list of calls. */
    const seeCall = (pattern: RegExp, count = 1) =>
      tab.waitFor(
        String(pattern),
        (source, min) => {
          const lines = [...document.querySelectorAll('#calls li')].map(
            ({ textContent }) => textContent ?? '',
          );
          return lines.filter((line) => new RegExp(source).test(line)).length >= min;
        },
        pattern.source,
        count,
      );
    const dial = async (destination: string) => {
      await tab.fill('textbox', 'Destination', destination);
      await tab.click('button', 'Dial');
    };

    /** Has the answer time of the calls from now on be over when the page is told, and not before. */
    const holdAnswerTime = () =>
      tab.evaluate((answerMs) => {
        const { setTimeout: start } = window;
        const hold = (work: () => void, ms?: number) => {
          if (ms !== answerMs) return start(work, ms);
          const end = () => {
            Object.assign(window, { setTimeout: start });
            work();
          };
          Object.assign(window, { endAnswerTime: end });
          return 0;
        };
        Object.assign(window, { setTimeout: hold });
      }, ANSWER_MS);

    test('opens and closes the chat of the page', async () => {
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await tab.see('region', 'Chat');
      await meeting.click('button', 'Close Chat');
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
      await tab.gone('region', 'Chat');
    });

    test('tells a joined call from a refused one', async () => {
      await dial('alice@example.com');
      await seeCall(/^alice@example.com: joined as /);
      await dial('busy@example.com');
      await seeCall(/^busy@example.com: refused, /);
    });

    if (!isWhole) return;

    test('tells ten calls at once apart', async () => {
      await tab.click('button', 'Dial ten');
      for (const destination of new Set(TEN)) {
        const isBusy = destination.startsWith('busy');
        const end = isBusy ? 'refused, ' : 'joined as ';
        await seeCall(new RegExp(`^${destination}: ${end}`), isBusy ? 5 : 1);
      }
    });

    test('reports a call without an answer, and dials the next one', async () => {
      await holdAnswerTime();
      await dial('noanswer@example.com');
      // What came later would take the place of *no answer yet*.
      await seeCall(plugin.tellsCalls ? /^noanswer@example.com: ringing/ : /^noanswer@example.com: calling/);
      await tab.evaluate(() => Reflect.get(window, 'endAnswerTime')());
      await seeCall(/^noanswer@example.com: no answer yet/);
      await dial('bob@example.com');
      await seeCall(/^bob@example.com: joined as /);
    });

    test('shows the unread badge, also after the meeting is reloaded', async () => {
      if (name === 'framed-chat') {
        await meeting.click('button', 'Open Chat');
        await tab.see('region', 'Chat');
        await (await tab.frame('#chat')).click('button', 'Three unread');
      } else await tab.click('button', 'Three unread');
      await meeting.see('img', 'Unread');
      // Somebody who keeps the conference alive while the page is away.
      served.node.conference().join({ display_name: 'Room', role: 'chair' });
      await tab.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
        if (frame) frame.src = String(frame.src);
      });
      // Only after the load, or the old document would still show the badge. Our plugin tells that Alice has
      // stayed, now without her name; with the others the page can't know.
      await seeCall(plugin.tellsCalls ? /^alice@example.com: joined$/ : /^alice@example.com: failed$/);
      if (!plugin.tellsCalls) await seeCall(/^noanswer@example.com: reloaded, /);
      await meeting.see('img', 'Unread');
      expect(await tab.findAll('listitem', anyName)).toHaveLength(14);
    });

    test('dials again after the reload', async () => {
      await dial('carol@example.com');
      await seeCall(/^carol@example.com: joined as /);
    });
  });

  /** A frame that was just made has an empty document, which goes with all that runs in it. */
  const untilLoaded = (frame: Surface) => frame.waitFor('its document', () => document.title !== '');

  test('the library ignores hostile frames', async () => {
    const example = await serveExample('plain');
    const served = await startMeeting({ brandingDir: 'webapp3/branding', ringMs: 100 });
    const advert = await servePage('<!doctype html><title>Advert</title><body>Buy.</body>');
    const tab = await browser.open(`${example.url}?${new URLSearchParams({ meeting: served.directUrl() })}`);
    const meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await tab.evaluate((url) => {
      for (const id of ['advert', 'sandboxed']) {
        const frame = document.createElement('iframe');
        frame.id = id;
        if (id === 'sandboxed') frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = url;
        document.body.append(frame);
      }
    }, advert.url);
    for (const id of ['#advert', '#sandboxed']) await untilLoaded(await tab.frame(id));
    await tab.evaluate(() => {
      Reflect.set(window, 'barriers', 0);
      window.addEventListener('message', ({ data }) => {
        if (data === 'barrier') Reflect.set(window, 'barriers', Number(Reflect.get(window, 'barriers')) + 1);
      });
    });
    for (const [index, { name, from, run }] of attacks.entries()) {
      const frame = from.length > 0 ? await tab.frame(...from) : tab;
      await frame.evaluate(run, PREFIX);
      // Messages of one frame arrive in order.
      await frame.evaluate(() => window.top?.postMessage('barrier', '*'));
      const passed = (count: number) => Number(Reflect.get(window, 'barriers')) >= count;
      await tab.waitFor('the barrier', passed, index + 1);
      expect([name, await tab.find('region', 'Chat')]).toEqual([name, undefined]);
    }
    await meeting.click('button', 'Open Chat');
    await tab.see('region', 'Chat');
    await tab.close();
    await served.close();
    advert.close();
    example.close();
  });

  test('the library ignores hostile frames before the plugin has sent anything', async () => {
    const served = await startMeeting({ brandingDir: 'webapp3/branding', ringMs: 100 });
    const advert = await servePage('<!doctype html><title>Advert</title><body>Buy.</body>');
    const own = await servePage('<!doctype html><title>Portal</title><body></body>');
    const tab = await browser.open(own.url);
    // The iframe of the meeting shows the ad first, and is led to the meeting later.
    await tab.evaluate(
      (code, advertUrl, origin) => {
        for (const [id, sandbox] of [['webapp3'], ['advert'], ['sandboxed', 'allow-scripts'], ['sibling']]) {
          const frame = document.createElement('iframe');
          frame.id = String(id);
          if (sandbox) frame.setAttribute('sandbox', sandbox);
          frame.src = id === 'sibling' ? location.href : advertUrl;
          document.body.append(frame);
        }
        const script = document.createElement('script');
        script.textContent = code;
        document.body.append(script);
        const log: string[] = [];
        const { connectMeeting } = Reflect.get(window, 'ExternalChat');
        const meeting = connectMeeting(document.querySelector('#webapp3'), {
          origin,
          chat: true,
          log: ({ result }: { result: string }) => log.push(result),
        });
        Object.assign(window, { meeting, log });
      },
      readFileSync(`${built(BUILT.host)}/external-chat-host.classic.js`, 'utf8'),
      advert.url,
      new URL(served.directUrl()).origin,
    );
    const log = () => tab.evaluate(() => (Reflect.get(window, 'log') as string[]).slice());
    for (const id of ['#webapp3', '#advert', '#sandboxed', '#sibling']) {
      const frame = await tab.frame(id);
      await untilLoaded(frame);
      const before = (await log()).length;
      await frame.evaluate((prefix) => {
        addEventListener('message', ({ data }) => {
          if (!String(data?.action).endsWith('/hello')) document.title = 'answered';
        });
        const ready = { action: `${prefix}ready`, features: ['request-id'] };
        for (const message of [ready, { action: `${prefix}toggle-chat`, active: false }])
          window.top?.postMessage(message, '*');
      }, PREFIX);
      const dropped = (count: number) => (Reflect.get(window, 'log') as string[]).length >= count;
      await tab.waitFor(`the messages of ${id}`, dropped, before + 2);
      expect([id, await log()]).toEqual([id, Array.from({ length: before + 2 }, () => 'dropped')]);
      expect([id, await frame.evaluate(() => document.title)]).not.toContain('answered');
    }
    await tab.evaluate((url) => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src = url;
    }, served.directUrl());
    // The page's state has outlived them.
    const meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await tab.close();
    await served.close();
    for (const page of [advert, own]) page.close();
  });
});
