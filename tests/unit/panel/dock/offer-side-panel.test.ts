// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { offerSidePanel } from '../../../../panel/dock/offer-side-panel';
import { TYPED_PIN_STRINGS } from '../../../../strings/typed-pin';
import { until } from '../../../until';

const note = () => document.querySelector('.dock-typed-pin');

function type(id: string, value: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) throw new Error(`No field has the id ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function open(isPossible = true): void {
  const root = document.body.appendChild(document.createElement('div'));
  for (const id of ['dial-destination', 'dial-dtmf_sequence', 'dial-text', 'person-tones', 'person-pin'])
    root.appendChild(document.createElement('input')).id = id;
  offerSidePanel(root, async () => isPossible);
}

beforeEach(() => document.body.replaceChildren());

describe('the panel on a page', () => {
  it.each([
    ['dial-dtmf_sequence', '1'],
    ['person-tones', '1'],
    ['person-pin', '1'],
    ['dial-destination', '+4722334455,,1'],
    ['dial-destination', 'room**1234@example.com'],
  ])('offers the side panel when %s holds %s', async (id, value) => {
    open();
    type(id, value);
    await until(() => expect(note()?.textContent).toContain(TYPED_PIN_STRINGS.offer));
    expect(note()?.textContent).toContain(TYPED_PIN_STRINGS.risk);
  });

  it('says so once, and not again after the note was closed', async () => {
    open();
    type('dial-dtmf_sequence', '1');
    await until(() => expect(note()).not.toBeNull());
    note()?.querySelector('button')?.click();
    expect(note()).toBeNull();
    type('dial-dtmf_sequence', '12');
    await vi.dynamicImportSettled();
    expect(note()).toBeNull();
  });

  it('keeps as much of the lower edge free as the note takes, until it is closed', async () => {
    let measure = (_: { target: Element }[]) => {};
    class Observer {
      constructor(listener: typeof measure) {
        measure = listener;
      }
      observe() {}
      disconnect() {}
    }
    vi.stubGlobal('ResizeObserver', Observer);
    onTestFinished(() => void vi.unstubAllGlobals());
    const room = () => document.documentElement.style.getPropertyValue('--typed-pin');
    open();
    type('person-pin', '1');
    await until(() => expect(note()).not.toBeNull());
    const target = document.createElement('div');
    for (const [height, expected] of [
      [96, '112px'],
      [0, '0px'],
      [124, '140px'],
    ] as const) {
      target.getBoundingClientRect = () => DOMRect.fromRect({ height });
      measure([{ target }]);
      expect(room()).toBe(expected);
    }
    note()?.querySelector('button')?.click();
    expect(room()).toBe('0px');
  });

  it('names the risk alone where there is no side panel', async () => {
    open(false);
    type('person-tones', '1');
    await until(() => expect(note()?.textContent).toContain(TYPED_PIN_STRINGS.risk));
    expect(note()?.textContent).not.toContain(TYPED_PIN_STRINGS.offer);
  });

  it('is silent while there is nothing secret', async () => {
    open();
    type('dial-destination', 'alice@example.com;transport=tls');
    type('dial-destination', '10.0.0.5##4711');
    type('dial-text', '1234');
    type('dial-dtmf_sequence', ' ');
    await vi.dynamicImportSettled();
    expect(note()).toBeNull();
  });
});
