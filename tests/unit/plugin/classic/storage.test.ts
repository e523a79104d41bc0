// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Guarded } from '../../../../plugin/classic/guard/guarded';
import { guardStorage } from '../../../../plugin/classic/guard/storage';

it('keeps what the host has stored when a plugin clears the storage', () => {
  const view = window as unknown as Guarded['view'];
  guardStorage({ view, caller: () => undefined, tell: () => {}, notice: () => {} });
  view.localStorage.setItem('classic-plugins:stopped', '{"endless":"endless"}');
  view.localStorage.setItem('recording', 'rtmp://example.com');
  view.localStorage.clear();
  expect(Object.entries(view.localStorage)).toEqual([['classic-plugins:stopped', '{"endless":"endless"}']]);
});
