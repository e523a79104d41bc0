// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { holdChangedButtons } from '../../../../panel/ui/hold-changed-buttons';
import { aCall, all, aMeeting, byId, eventually, openPanel, pass, rendered, START, the } from '../fixture';

const AT = { clientX: 300, clientY: 200 };

const pointerEvent = (type: string, over: PointerEventInit) =>
  new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse', ...AT, ...over });
const movePointer = (over: PointerEventInit = {}) =>
  document.body.dispatchEvent(pointerEvent('pointermove', over));
/** A click of a pointer: a script’s own has no `detail`. */
const click = (name: string, over: PointerEventInit = {}) =>
  the('button', name).dispatchEvent(pointerEvent('click', { detail: 1, ...over }));
const pressKey = (name: string, key: string) => {
  the('button', name).focus();
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  the('button', name).dispatchEvent(event);
  return !event.defaultPrevented;
};

describe('a call that ends under the pointer', () => {
  const able = { plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] } } as const;
  const [joined, left] = (['joined', 'left'] as const).map((name) =>
    aMeeting({ ...able, calls: [aCall('alice', { state: { name, at: START } })] }),
  );
  let panel: ReturnType<typeof openPanel>;
  const dialed = () => panel.sent.filter(({ type }) => type === 'dial').length;

  beforeEach(async () => {
    if (!joined || !left) throw new Error('There is no call.');
    panel = openPanel();
    await vi.dynamicImportSettled();
    await panel.receive(joined);
    movePointer();
    await panel.receive(left);
    expect(all('button', 'Hang up alice')).toEqual([]);
  });

  it('is not dialed again by the press that was to hang up', async () => {
    click('Dial again alice');
    movePointer({ clientX: AT.clientX + 1 });
    click('Dial again alice');
    await rendered();
    expect(dialed()).toBe(0);
  });

  it('is dialed again by a pointer that comes for it', async () => {
    movePointer({ clientX: AT.clientX + 30 });
    movePointer();
    click('Dial again alice');
    await eventually(() => expect(dialed()).toBe(1));
  });

  it('is dialed again by a pointer that comes while the browser is busy', async () => {
    const event = pointerEvent('pointermove', {});
    event.getCoalescedEvents = () => [pointerEvent('pointermove', { clientX: AT.clientX + 30 }), event];
    document.body.dispatchEvent(event);
    click('Dial again alice');
    await eventually(() => expect(dialed()).toBe(1));
  });

  it('is dialed again by a pointer that rests once the label could be read', async () => {
    await pass(1);
    click('Dial again alice');
    await eventually(() => expect(dialed()).toBe(1));
  });

  it('is dialed again by a finger only then, wherever the one before was', async () => {
    const finger = { pointerType: 'touch', clientX: 20, clientY: 20 };
    movePointer(finger);
    click('Dial again alice', finger);
    await rendered();
    expect(dialed()).toBe(0);
    await pass(1);
    click('Dial again alice', finger);
    await eventually(() => expect(dialed()).toBe(1));
  });
});

describe('a button that now does something else', () => {
  const pressed: string[] = [];
  const draw = async (...labels: string[]) => {
    const buttons = labels.map((label) => {
      const [key, text] = label.split(':');
      return (
        <button key={key} type="button" onClick={() => pressed.push(text ?? '')}>
          {text}
        </button>
      );
    });
    await act(() => render(buttons, byId('root')));
    await rendered();
  };

  beforeEach(async () => {
    pressed.length = 0;
    vi.useFakeTimers({ now: START, toFake: ['Date'] });
    document.body.innerHTML = '<div id="root"></div>';
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    await draw('stop:Hang up all', 'run:Pause', 'again:Dial failed');
    holdChangedButtons(document.body, stop.signal);
    movePointer();
  });

  it('takes no press that was meant for what it did before', async () => {
    await draw('stop:Hang up all', 'run:Continue', 'again:Dial failed');
    click('Continue');
    click('Hang up all');
    expect(pressed).toEqual(['Hang up all']);
  });

  it('takes none either where one before it has gone', async () => {
    await draw('run:Pause', 'again:Dial failed');
    click('Dial failed');
    expect(pressed).toEqual([]);
  });

  it('takes a press where only one behind it has gone, of the pointer on it and of a key', async () => {
    the('button', 'Pause').dispatchEvent(pointerEvent('pointermove', { clientX: AT.clientX + 30 }));
    the('button', 'Pause').focus();
    await draw('stop:Hang up all', 'run:Pause');
    click('Pause');
    expect(pressed).toEqual(['Pause']);
    expect(pressKey('Pause', 'Enter')).toBe(true);
  });

  it('takes a press where only a number in it has changed', async () => {
    await draw('stop:Hang up all', 'run:Pause', 'again:Dial 3 failed');
    await vi.advanceTimersByTimeAsync(1_000);
    await draw('stop:Hang up all', 'run:Pause', 'again:Dial 4 failed');
    click('Dial 4 failed');
    expect(pressed).toEqual(['Dial 4 failed']);
  });

  it('takes no later click of a double click', async () => {
    click('Pause');
    await draw('stop:Hang up all', 'run:Continue', 'again:Dial failed');
    await vi.advanceTimersByTimeAsync(1_000);
    click('Continue', { detail: 2 });
    click('Dial failed', { detail: 3 });
    expect(pressed).toEqual(['Pause']);
    click('Continue');
    click('Continue', { detail: 2 });
    expect(pressed).toEqual(['Pause', 'Continue', 'Continue']);
  });

  it.each([
    ['the pointer has moved', () => movePointer({ clientX: AT.clientX + 4 })],
    ['the page was scrolled', () => document.body.dispatchEvent(new Event('wheel'))],
  ])('takes a click that the browser counts as the second where %s', async (_, between) => {
    click('Pause');
    between();
    click('Dial failed', { detail: 2 });
    expect(pressed).toEqual(['Pause', 'Dial failed']);
  });

  it('takes no touch that has only made it show', async () => {
    const finger = { pointerType: 'touch' };
    const touch = () => {
      the('button', 'Pause').dispatchEvent(pointerEvent('pointerdown', finger));
      byId('root').style.setProperty('--shown', '1');
      click('Pause', finger);
    };
    the('button', 'Pause').style.opacity = 'var(--shown, 0)';
    touch();
    expect(pressed).toEqual([]);
    touch();
    expect(pressed).toEqual(['Pause']);
  });

  it.each(['Enter', ' '])('takes no second press of the key “%s”', async (key) => {
    expect(pressKey('Pause', key)).toBe(true);
    await draw('stop:Hang up all', 'run:Continue', 'again:Dial failed');
    expect(pressKey('Continue', key)).toBe(false);
    expect(pressKey('Dial failed', key)).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pressKey('Continue', key)).toBe(true);
  });
});
