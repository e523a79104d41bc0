import { expect, it, vi } from 'vitest';
import { createLazyDock } from '../../../peer/panel-server/lazy-dock';
import { asWindow, FakeTop } from './frame-tree';

const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async () => {});
  Reflect.set(globalThis, 'browser', { runtime: { id: 'id', sendMessage } });
  return { sendMessage };
});

it.each([
  { body: 'body', visible: true, requests: 1, isDeclined: false },
  { body: 'frameset', visible: true, requests: 0, isDeclined: true },
  { body: 'frameset', visible: false, requests: 1, isDeclined: false },
  { body: 'body', type: 'application/xhtml+xml', visible: true, requests: 1, isDeclined: false },
  { body: undefined, type: 'image/svg+xml', visible: true, requests: 0, isDeclined: true },
  { body: undefined, type: 'application/xml', visible: false, requests: 0, isDeclined: true },
])('a chat on a page with a $body of $type, toolbar $visible: $requests requests for the dock', (page) => {
  const { body, type = 'text/html', visible, requests, isDeclined } = page;
  sendMessage.mockClear();
  const top = new FakeTop();
  Object.assign(top.document, { body: body ? { localName: body } : null, contentType: type });
  Object.assign(top, { toolbar: { visible } });
  const owner = { page: 1, isContextInvalidated: () => false, onLink() {}, onChange() {}, onClose() {} };
  const dock = createLazyDock(asWindow(top), owner, new AbortController().signal);
  dock.want(true);
  expect(sendMessage).toHaveBeenCalledTimes(requests);
  expect(dock.isDeclined).toBe(isDeclined);
  dock.want(false);
  expect(dock.isDeclined).toBe(false);
});
