// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { lazy } from '../../../../panel/ui/lazy';
import { eventually } from '../fixture';

const Part = ({ name }: { name: string }) => <p>{name}</p>;

it('shows what was loaded for another, between being drawn and looking whether it must load', async () => {
  let finish: (part: typeof Part) => void = () => {};
  const loading = new Promise<typeof Part>((resolve) => {
    finish = resolve;
  });
  const load = vi.fn(() => loading);
  const Lazy = lazy(load);
  const [first, second] = [document.createElement('div'), document.createElement('div')];
  render(<Lazy name="first" />, first);
  await eventually(() => expect(load).toHaveBeenCalled());
  render(<Lazy name="second" />, second);
  finish(Part);
  await eventually(() => expect(first.textContent).toBe('first'));
  await eventually(() => expect(second.textContent).toBe('second'));
});

it('says so where the file is gone', async () => {
  const Lazy = lazy<object>(() => Promise.reject(new Error('gone')));
  const root = document.createElement('div');
  render(<Lazy />, root);
  await eventually(() => expect(root.querySelector('.error')).not.toBeNull());
});
