// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { RefusedNote, type RefusedState } from '../../../../panel/dock/refused-note';
import { all, the } from '../fixture';

const state = signal<RefusedState>();
const field = () => the('textbox');
const note = () => document.querySelector('.dock-refused');
const show = (next: RefusedState) =>
  act(() => {
    state.value = next;
  });
const closeBy = (event: Event) => act(() => void the('button', 'Close this note').dispatchEvent(event));

beforeEach(async () => {
  document.body.innerHTML = '<input aria-label="Destination"><div></div>';
  await show(undefined);
  render(<RefusedNote state={state} />, document.querySelector('div') ?? document.body);
  field().focus();
  await show('shown');
});

describe('the note about an ignored click', () => {
  it('takes no focus by itself', () => {
    expect(all('alert')).toHaveLength(1);
    expect(document.activeElement).toBe(field());
  });

  it.each([
    ['Enter', new MouseEvent('click', { bubbles: true, detail: 0 })],
    ['Escape', new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })],
  ])('is closed by %s, and the focus goes back', async (_, event) => {
    the('button', 'Close this note').focus();
    await closeBy(event);
    expect(note()).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  it('leaves the page the key only where it has closed nothing', async () => {
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await closeBy(key);
    expect(key.defaultPrevented).toBe(true);
  });

  it('closed by a click, still takes the second of a double click, and then goes', async () => {
    await closeBy(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect(all('alert')).toEqual([]);
    expect(note()?.className).toBe('dock-refused closing');
    await act(() => void note()?.dispatchEvent(new Event('animationend')));
    expect(note()).toBeNull();
  });

  it('comes back with the next click that is ignored', async () => {
    await closeBy(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await show('shown');
    expect(all('alert')).toHaveLength(1);
  });
});
