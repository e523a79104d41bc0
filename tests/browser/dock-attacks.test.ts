import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { COVERS, coverWhilePainted } from './support/covers';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openPanel, seeStatus } from './support/panel';
import { openView } from './support/views';

describe.each(browsers)('attack: a page against the panel over it, in $name', (candidate) => {
  let fixture: Fixture;
  let page: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let dock: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    page = await servePage(`<!doctype html><meta charset="utf-8"><title>Portal</title>
      <iframe id="webapp3" title="Meeting" src="${fixture.meeting.directUrl()}"
        width="600" height="420"></iframe>`);
    tab = await fixture.browser.open(page.url);
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await openPanel(tab);
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    dock = await tab.frame(DOCK);
    await dock.see('textbox', 'Message');
  });
  afterAll(async () => {
    await fixture?.close();
    page?.close();
  });

  const dials = () => fixture.meeting.node.conference('qa.meeting').dials.length;
  const input = (state: string) =>
    dock.waitFor(`input to be ${state}`, (is) => document.documentElement.dataset.input === is, state);
  /** A destination in the form, and nothing of a test before in the way. */
  beforeEach(async () => {
    await input('taken');
    // The words about an ignored click lie over the tabs for as long as somebody needs to read them.
    await dock.evaluate(() => document.querySelector('.dock-refused')?.getAnimations()[0]?.finish());
    await openView(dock, 'Dial out');
    await dock.fill('textbox', 'Destination', 'alice@example.com');
  });

  const pressDial = () => dock.click('button', 'Dial');
  /** By a script, where the mouse can't be led to the button. */
  const pressDialByScript = () =>
    dock.evaluate(() => document.querySelector<HTMLElement>('button[type="submit"]')?.click());
  /** A click on Dial that is answered with words, and by nothing else. */
  const refusesToDial = async (press: () => Promise<void> = pressDial) => {
    const before = dials();
    await press();
    await dock.see('alert', anyName, ({ text }) => text.includes('your click was ignored'));
    await dock.see('button', 'Dial');
    expect(dials()).toBe(before);
    expect(await dock.findAll('listitem', /alice/)).toEqual([]);
  };

  test('that frames the panel itself gets words, and no panel', async () => {
    const address = await dock.evaluate(() => location.href);
    await tab.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'framed';
      frame.src = src;
      document.body.append(frame);
    }, address);
    if (candidate.name === 'firefox') {
      const framed = await tab.frame('#framed');
      await framed.waitFor('words', () =>
        document.body.textContent?.includes('only be opened by the extension'),
      );
      expect(await framed.evaluate(() => document.querySelector('#panel')?.childElementCount)).toBe(0);
    } else {
      // What the page would have to name is another address in every session: this one is not let in.
      const framed = await tab.frame('#framed').catch(() => undefined);
      const panel = await framed?.evaluate(() => document.querySelector('#panel')?.childElementCount ?? 0);
      expect(panel ?? 0).toBe(0);
    }
    await tab.evaluate(() => document.querySelector('#framed')?.remove());
  });

  test('that posts into it, with a port of its own, is not heard', async () => {
    const before = dials();
    await tab.evaluate(() => {
      const request = { role: 'HOST', destination: 'thief@example.com', protocol: 'sip' };
      for (let index = 0; index < window.length; index++) {
        const { port1, port2 } = new MessageChannel();
        window[index]?.postMessage({ type: 'dock', secret: '1-2-3-4' }, '*', [port2]);
        window[index]?.postMessage({ type: 'dial', meeting: 'meeting-1', call: 'x', request }, '*');
        port1.postMessage({ type: 'state', protocol: 1, mode: 'drive', dropped: {}, meetings: [] });
        port1.onmessage = () => document.body.append('The dock has answered.');
      }
    });
    // Whatever is said behind it has been heard after it.
    await openView(dock, 'Earlier');
    await openView(dock, 'Dial out');
    await seeStatus(dock, 'In the meeting');
    expect(await tab.evaluate(() => document.body.textContent?.includes('answered'))).toBe(false);
    expect(dials()).toBe(before);
  });

  const putLure = () =>
    tab.evaluate(() => {
      const lure = document.createElement('div');
      lure.id = 'lure';
      lure.popover = 'manual';
      lure.textContent = 'You have won. Press here.';
      lure.style.cssText =
        'pointer-events:none;inset:0;width:100%;height:100%;background:white;margin:0;border:0';
      document.body.append(lure);
      lure.showPopover();
    });
  const takeLureAway = () => tab.evaluate(() => document.querySelector('#lure')?.remove());

  test('that could take the keyboard is named when a PIN is typed, and the side panel offered', async () => {
    await dock.fill('textbox', 'Destination', '+4722334455,,1234#');
    await dock.see('status', anyName, ({ text }) => text.includes('in the side panel'));
    await dock.click('button', 'Close this note');
    await dock.fill('textbox', 'Destination', 'alice@example.com');
    expect(await dock.findAll('button', 'Close this note')).toEqual([]);
  });

  test('that covers it with a lure through which clicks fall has no click of them dial', async () => {
    await putLure();
    await input('refused');
    await refusesToDial();
    await dock.evaluate(() => document.querySelector<HTMLElement>('.dock-refused button')?.click());
    await dock.see('alert', anyName, ({ text }) => text.includes('your click was ignored'));
    await takeLureAway();
    await input('taken');
    await dock.click('button', 'Close this note');
    await dock.gone('alert', anyName);
  });

  test.each(Object.entries(COVERS))('that covers it with %s has no click of it dial', async (_, css) => {
    await tab.evaluate((text) => {
      const style = document.createElement('style');
      style.className = 'cover';
      style.textContent = text;
      document.head.append(style);
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.className = 'cover';
      cover.popover = 'manual';
      cover.append(document.createElement('b'));
      document.body.append(cover);
      cover.showPopover();
    }, css);
    await input('refused');
    await refusesToDial(pressDialByScript);
    await tab.evaluate(() => {
      for (const each of document.querySelectorAll('.cover')) each.remove();
    });
    await input('taken');
  });

  test('that covers it from within a closed shadow root has no click of it dial', async () => {
    await tab.evaluate(() => {
      const outer = document.createElement('div');
      outer.className = 'cover';
      const inner = document.createElement('div');
      outer.attachShadow({ mode: 'closed' }).append(inner);
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'pointer-events:none;inset:0;width:100%;height:100%;background:white;border:0';
      inner.attachShadow({ mode: 'closed' }).append(cover);
      document.body.append(outer);
      cover.showPopover();
    });
    await input('refused');
    await refusesToDial(pressDialByScript);
    await tab.evaluate(() => document.querySelector('.cover')?.remove());
    await input('taken');
  });

  // In Chromium none of these reaches into the top layer, and it says what is painted.
  test.runIf(candidate.name === 'firefox').each([
    ['a filter of the page that leaves it one gray', 'filter: contrast(0)'],
    ['a page that is transparent as a whole', 'opacity: 0.02'],
    ['a page whose content is hidden', 'content-visibility: hidden'],
  ])('that hides it by %s has no click of it dial', async (_, css) => {
    await tab.evaluate((text) => document.documentElement.setAttribute('style', text), css);
    await input('refused');
    await refusesToDial(pressDialByScript);
    await tab.evaluate(() => document.documentElement.removeAttribute('style'));
    await input('taken');
  });

  test('that covers it only while a frame is painted has no click of it dial', async () => {
    await tab.evaluate(coverWhilePainted);
    await input('refused');
    await refusesToDial(pressDialByScript);
    await tab.evaluate(() => document.querySelector('.cover')?.remove());
    await input('taken');
  });

  test('that shrinks it until nobody can read it has no click of it dial', async () => {
    await tab.evaluate(() => document.documentElement.style.setProperty('zoom', '0.3'));
    await input('refused');
    await refusesToDial(pressDialByScript);
    await tab.evaluate(() => document.documentElement.style.removeProperty('zoom'));
    await input('taken');
  });

  test('that takes its lure away just before the click gains nothing by it', async () => {
    // A press that comes half a second later may dial: it shows nothing, so it is not made, and there is
    // another.
    const pressAtOnce = async (): Promise<void> => {
      await putLure();
      await input('refused');
      await takeLureAway();
      const isPressed = await dock.evaluate(() => {
        if (document.documentElement.dataset.input === 'taken') return false;
        document.querySelector<HTMLElement>('button[type="submit"]')?.click();
        return true;
      });
      if (!isPressed) await pressAtOnce();
    };
    await pressAtOnce();
    await dock.see('alert', anyName, ({ text }) => text.includes('your click was ignored'));
    expect(await dock.findAll('listitem', /alice/)).toEqual([]);
    await input('taken');
    expect(dials()).toBe(0);
  });

  test('that makes it transparent, turns or shrinks it changes nothing of it', async () => {
    const look = () => {
      const host = document.querySelector(':popover-open');
      const { left, top, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
      const { opacity, filter, transform, visibility, pointerEvents, clipPath } = getComputedStyle(
        host ?? document.body,
      );
      // In Firefox a box before the host's content would be painted over the frame.
      const boxes = ['::before', '::after'].map((box) => host && getComputedStyle(host, box).display);
      const rect = { left, top, width, height };
      return { ...rect, opacity, filter, transform, visibility, pointerEvents, clipPath, boxes };
    };
    const before = await tab.evaluate(look);
    await tab.evaluate(() => {
      const host = document.querySelector<HTMLElement>(':popover-open');
      const hostile =
        'opacity:0.01!important;filter:blur(9px)!important;transform:scale(.2)!important;visibility:hidden!important;left:0!important;width:9px!important;pointer-events:none!important;clip-path:circle(1px)!important;transition:all 9s!important';
      const style = document.createElement('style');
      const cover = 'content:""!important;display:block!important;position:fixed!important;inset:0!important';
      style.textContent = `:popover-open, div { ${hostile} } :popover-open::before { ${cover} }
        :popover-open::after { ${cover} }`;
      document.head.append(style);
      if (host) host.style.cssText = hostile;
      host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6 });
      document.documentElement.style.opacity = '0.01';
    });
    expect(await tab.evaluate(look)).toEqual(before);
    await tab.evaluate(() => {
      document.documentElement.style.opacity = '';
      document.head.querySelector('style')?.remove();
      const host = document.querySelector<HTMLElement>(':popover-open');
      for (const animation of host?.getAnimations() ?? []) animation.cancel();
      host?.removeAttribute('style');
    });
  });

  test('that removes it, hides it or moves it finds it back in its place, and a moment deaf', async () => {
    await tab.evaluate(() => document.querySelector<HTMLElement>(':popover-open')?.hidePopover());
    await tab.waitFor('the dock to be back', () => document.querySelector(':popover-open') !== null);
    for (const act of [
      () => document.querySelector(':popover-open')?.remove(),
      () => document.body.append(document.querySelector(':popover-open') ?? ''),
    ]) {
      await input('taken');
      await dock.evaluate(() => Reflect.set(window, 'stale', true));
      await tab.evaluate(act);
      await tab.waitFor(
        'the dock to be back',
        () => document.querySelector(':popover-open')?.parentElement === document.documentElement,
      );
      await dock.waitFor('a new document', () => Reflect.get(window, 'stale') !== true);
      await dock.see('tab', 'Chat');
    }
    await input('taken');
  });

  test('that goes on doing so gets rid of it: the chat is off, and says so', async () => {
    await tab.evaluate(() => {
      new MutationObserver(() => document.querySelector(':popover-open')?.remove()).observe(
        document.documentElement,
        { childList: true },
      );
      document.querySelector(':popover-open')?.remove();
    });
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    expect(dials()).toBe(0);
  });
});
