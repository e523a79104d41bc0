import { expect, it } from 'vitest';
import { handsOnApi, isPolyfill, namesApi, takesApi } from './support/browser-api';
import { readSource } from './support/imports';
import { sourcesIn } from './support/sources';

it('hands the browser API on from three files of browser/ only', () => {
  const handing = sourcesIn(['browser'])
    .map((path) => readSource(path))
    .filter(({ path, tree }) => handsOnApi(tree, path));
  expect(handing.map(({ path }) => path)).toEqual([]);
});

it.each([
  ["export { browser } from './browser';"],
  ["export * from './native';"],
  ["import { native } from './native'; export { native as api };"],
  ["import { native } from './native'; export const api = native;"],
  ["import { globals } from './globals'; export const get = () => globals as object;"],
  ["import { browser } from './browser'; export const { tabs } = browser;"],
])('finds that this hands the browser API on: %s', (line) => {
  const { tree } = readSource('browser/tabs.ts', line);
  expect(handsOnApi(tree, 'browser/tabs.ts')).toBe(true);
});

const usesApi = (line: string) => {
  const { path, tree, imports } = readSource('peer/dock/covers.ts', line);
  return namesApi(tree) || takesApi(path, imports);
};

it.each([
  ['browser.tabs;'],
  ['chrome?.runtime;'],
  ['const { runtime } = browser;'],
  ['const { chrome: api } = globalThis;'],
  ['const api = globals.chrome as object;'],
  ["globalThis['chrome'];"],
  ['globalThis[`browser`];'],
  ["Reflect.get(globalThis, 'chrome');"],
  ['const api = { browser };'],
  ["import { native } from '../../browser/native';"],
  ["import { shadowRootOf, native as api } from '../../browser/native';"],
  ["import * as api from '../../browser/native';"],
  ["const { native } = await import('../../browser/native');"],
  ["import { globals } from '../../browser/globals';"],
  ["import { sidePanelApi } from '../../browser/browser';"],
  ["export { browser as api } from '../../browser/browser';"],
])('finds the browser API in: %s', (line) => {
  expect(usesApi(line)).toBe(true);
});

it.each([
  ["import { shadowRootOf } from '../../browser/native';"],
  ["import { iconMenu } from '../../browser/icon-menu';"],
  ['session.browser;'],
  ['const session = { browser: navigator.userAgent };'],
  ["let session: { browser: string; kind: 'chrome' | 'firefox' };"],
  ["const text = 'Your browser'; // chrome.runtime"],
])('finds no browser API in: %s', (line) => {
  expect(usesApi(line)).toBe(false);
});

it.each([
  ["import browser from 'webextension-polyfill';", true],
  ["import { type Browser } from 'webextension-polyfill';", true],
  ["import 'webextension-polyfill';", true],
  ["export * from 'webextension-polyfill/dist/browser-polyfill.js';", true],
  ["const { default: api } = await import('webextension-polyfill');", true],
  ["import { browser } from 'wxt/browser';", true],
  ["import { browser } from '#imports';", true],
  ["import { browser } from '@wxt-dev/browser';", true],
  ["import type { Browser } from 'webextension-polyfill';", false],
  ["let tabs: import('webextension-polyfill').Tabs.Tab[];", false],
])('finds whether this imports the polyfill: %s', (line, isFound) => {
  expect(readSource('panel/app.ts', line).imports.some(isPolyfill)).toBe(isFound);
});
