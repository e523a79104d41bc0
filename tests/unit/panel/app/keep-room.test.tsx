// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { aCall, aMeeting, byId, eventually, openPanel, openView } from '../fixture';

const ready = { name: 'ready', inMeeting: true, features: ['messages'] } as const;
/** What the browser calls when the notices have another size, or a view another content. */
let measure: (() => void) | undefined;
let followed: Element | undefined;
let change: (() => void) | undefined;

beforeEach(() => {
  followed = undefined;
  change = undefined;
  class Observer {
    constructor(private readonly listener: () => void) {}
    observe(element: Element) {
      if (element.matches('.notices')) followed = element;
      if (element.matches('.notices, header')) measure = this.listener;
      if (element.matches('main')) change = this.listener;
    }
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('MutationObserver', Observer);
  onTestFinished(() => void vi.unstubAllGlobals());
});

const measured = (name: string) => document.documentElement.style.getPropertyValue(name);
const notices = () => byId('root').querySelector('.notices');
const draw = (selector: string, rect: DOMRectInit) => {
  const element = byId('root').querySelector(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  element.getBoundingClientRect = () => DOMRect.fromRect(rect);
};

it('leaves as much room below the views as the notices take, whatever they say', async () => {
  const panel = openPanel();
  await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
  await eventually(() => expect(notices()?.textContent).toContain('Send anyway'));
  // The height is followed only once the notices are drawn.
  await eventually(() => expect(followed).toBe(notices()));
  for (const height of [312, 0]) {
    draw('.notices', { height });
    measure?.();
    expect(measured('--notices')).toBe(`${height}px`);
  }
});

it('stands above the summary of calls where both are at the lower edge', async () => {
  const panel = openPanel();
  const calls = [aCall('alice@example.com')];
  await panel.receive(aMeeting({ plugin: ready, contested: true, calls }));
  await eventually(() => expect(followed).toBe(notices()));
  await eventually(() => expect(byId('root').querySelector('.calls-summary')).not.toBeNull());
  draw('.notices', { height: 80 });
  const edge = window.innerHeight;
  draw('.calls-summary', { y: edge - 30, height: 30 });
  measure?.();
  expect(measured('--above-summary')).toBe('30px');
  // It goes along as somebody scrolls, until it fits below.
  for (const [bottom, above] of [
    [edge + 40, 0],
    [edge - 79, 109],
    [edge - 80, 0],
    [71, 0],
  ] as const) {
    draw('.calls-summary', { y: bottom - 30, height: 30 });
    window.dispatchEvent(new Event('scroll'));
    expect([bottom, measured('--above-summary')]).toEqual([bottom, `${above}px`]);
  }
});

it('begins below what a view has above them, however tall its text is', async () => {
  const panel = openPanel();
  await panel.receive();
  await eventually(() => expect(notices()?.textContent).toContain('Open a meeting'));
  await eventually(() => expect(followed).toBe(notices()));
  draw('header', { y: 10, height: 40 });
  draw('.with-suggestions', { y: 120, height: 62 });
  measure?.();
  expect(measured('--notices-top')).toBe('172px');
  draw('.with-suggestions', { y: 120, height: 62 * 1.3 });
  measure?.();
  expect(measured('--notices-top')).toBe(`${110 + 62 * 1.3}px`);

  await panel.receive(aMeeting({ plugin: ready, chat: true, present: false }));
  expect(notices()?.textContent).not.toBe('');
  draw('.with-suggestions', {});
  draw('#view-chat', { y: 88, height: 500 });
  await openView('Chat');
  change?.();
  expect(measured('--notices-top')).toBe('78px');
  await eventually(() => draw('.chat-tools', { y: 88, height: 32 }));
  change?.();
  expect(measured('--notices-top')).toBe('110px');
});
