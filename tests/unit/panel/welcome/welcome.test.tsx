// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest';
import { mountWelcome } from '../../../../panel/welcome/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { byId, eventually } from '../fixture';

const COMMAND = 'npm run meeting';

it.each([
  { build: 'a development build', isDev: true },
  { build: 'a build for users', isDev: false },
])('names the command of the demo meeting in $build: $isDev', async ({ isDev }) => {
  const stop = new AbortController();
  vi.stubEnv('DEV', isDev);
  onTestFinished(() => {
    stop.abort();
    vi.unstubAllEnvs();
  });
  document.body.innerHTML = '<div id="root"></div>';
  const context = { shortcuts: { read: async () => [] }, openOptions: () => {} };
  mountWelcome(byId('root'), context, memoryStorage(), stop.signal);
  await eventually(() => byId('demo'));
  expect(document.body.textContent?.includes(COMMAND)).toBe(isDev);
});
