// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { guardStorage } from '../../../../plugin/classic/isolation/storage';

it('keeps what the host has stored when a plugin clears the storage', () => {
  const view = window as unknown as Isolated['view'];
  guardStorage({ view, caller: () => undefined, report: () => {}, notice: () => {} });
  view.localStorage.setItem('classic-plugins:stopped', '{"endless":"endless"}');
  view.localStorage.setItem('recording', 'rtmp://example.com');
  view.localStorage.clear();
  expect(Object.entries(view.localStorage)).toEqual([['classic-plugins:stopped', '{"endless":"endless"}']]);
});
