import { beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface } from './harness/browser';
import { framedPreview } from './support/framed-preview';

describe.each(browsers)('what can be done with a message, in $name', ({ launch }) => {
  const { tab, show } = framedPreview(launch);
  let panel: Surface;

  beforeAll(async () => {
    panel = await show({ language: 'en', state: 'chat' }, 480, 360);
    await panel.click('tab', /^Chat/);
    await panel.see('log', 'Meeting chat');
    await panel.waitFor('two messages', () => document.querySelectorAll('.said:has(.copy)').length > 1);
    await panel.evaluate(() => {
      const copied: string[] = [];
      const clicks: Event[] = [];
      Object.assign(window, { copied, clicks });
      navigator.clipboard.writeText = async (text) => void copied.push(text);
      window.addEventListener('click', (event) => clicks.push(event), { capture: true });
    });
  });

  /** How much of the button of the first or second message is to be seen. */
  const untilSeen = (index: number, opacity: '0' | '1') =>
    panel.waitFor(
      `an opacity of ${opacity}`,
      (at, wanted) => {
        const button = document.querySelectorAll('.said .copy')[at];
        return button !== undefined && getComputedStyle(button).opacity === wanted;
      },
      index,
      opacity,
    );
  const untilHeard = (clicks: number, copied: number) =>
    panel.waitFor(
      `${clicks} clicks`,
      (...wanted) => {
        const heard = [Reflect.get(window, 'clicks').length, Reflect.get(window, 'copied').length];
        return String(heard) === String(wanted);
      },
      clicks,
      copied,
    );
  /** Puts a finger on an element of the first or second message. */
  const touch = async (selector: string, index: number) => {
    const [x, y] = await panel.evaluate(
      (of, at) => {
        const element = document.querySelectorAll('.said:has(.copy)')[at]?.querySelector(of);
        element?.scrollIntoView({ block: 'nearest' });
        const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
        return [left + 4, top + 4] as const;
      },
      selector,
      index,
    );
    return tab().touch(x, y);
  };

  test('shows while the mouse is over the message, and goes with it', async () => {
    await untilSeen(0, '0');
    const [first] = await panel.findAll('button', /^Copy message/);
    await panel.hover('button', first?.name ?? '');
    await untilSeen(0, '1');
    await panel.hover('textbox', 'Message');
    await untilSeen(0, '0');
  });

  test('shows while it has the focus', async () => {
    await panel.evaluate(() => document.querySelector<HTMLElement>('.said .copy')?.focus());
    await untilSeen(0, '1');
    await panel.evaluate(() => document.querySelector<HTMLElement>('.said .copy')?.blur());
    await untilSeen(0, '0');
  });

  test('is not done by the finger that meets it unseen, and by the next one', async () => {
    await (await touch('.copy', 0))();
    await untilHeard(1, 0);
    await untilSeen(0, '1');
    await (await touch('.copy', 0))();
    await untilHeard(2, 1);
  });

  test('shows while a finger is held on another message, and moves nothing of who writes one', async () => {
    // A browser may have left the mouse where the finger was.
    await panel.hover('textbox', 'Message');
    await panel.evaluate(() => {
      document.querySelectorAll('.said:has(.copy) .what')[1]?.scrollIntoView();
      document.querySelector<HTMLElement>('.composer textarea')?.focus();
    });
    const rest = () =>
      panel.evaluate(() => [
        document.activeElement?.localName,
        document.querySelector('.log')?.scrollTop,
        document.documentElement.scrollTop,
      ]);
    await untilSeen(1, '0');
    const before = await rest();
    expect(before[0]).toBe('textarea');
    const lift = await touch('.what', 1);
    await untilSeen(1, '1');
    expect(await rest()).toEqual(before);
    await lift();
    await untilSeen(1, '1');
    await untilSeen(0, '0');
    await untilHeard(3, 1);
  });
});
