// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest';
import { aMeeting, eventually, openPanel } from '../fixture';

it('leaves as much room below the views as the notices take, whatever they say', async () => {
  let measure: (() => void) | undefined;
  class Observer {
    constructor(listener: () => void) {
      measure = listener;
    }
    observe(element: Element) {
      if (!element.matches('.notices')) throw new Error('Something else is observed.');
    }
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  onTestFinished(() => void vi.unstubAllGlobals());
  const room = () => document.documentElement.style.getPropertyValue('--notices');
  const panel = openPanel();
  await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
  await eventually(() => expect(document.querySelector('.notices')?.textContent).toContain('Send anyway'));
  // The height is followed only once the notices are drawn.
  await eventually(() => expect(measure).toBeDefined());
  const notices = document.querySelector('.notices');
  if (!notices) throw new Error('There are no notices.');
  for (const height of [312, 0]) {
    notices.getBoundingClientRect = () => DOMRect.fromRect({ height });
    measure?.();
    expect(room()).toBe(`${height}px`);
  }
});
