import { expect, it, vi } from 'vitest';
import { createLazyDock } from '../../../peer/panel-server/lazy-dock';
import { asWindow, FakeTop } from './frame-tree';

const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async () => {});
  Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage } });
  return { sendMessage };
});

it.each([
  { type: 'text/html', requests: 1, isDeclined: false },
  { type: 'application/xhtml+xml', requests: 1, isDeclined: false },
  { type: 'image/svg+xml', requests: 0, isDeclined: true },
  { type: 'application/xml', requests: 0, isDeclined: true },
])('a chat on a page of $type: $requests requests for the dock', ({ type, requests, isDeclined }) => {
  sendMessage.mockClear();
  const top = new FakeTop();
  Object.assign(top.document, { contentType: type });
  const no = () => false;
  const owner = { page: 1, endIfInvalidated: no, mayEnter: no, onLink() {}, onChange() {}, onClose() {} };
  const dock = createLazyDock(asWindow(top), owner, new AbortController().signal);
  dock.want(true);
  expect(sendMessage).toHaveBeenCalledTimes(requests);
  expect(dock.isDeclined).toBe(isDeclined);
  dock.want(false);
  expect(dock.isDeclined).toBe(false);
});
