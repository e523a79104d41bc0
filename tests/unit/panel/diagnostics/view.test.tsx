// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest';
import type { SiteServices } from '../../../../panel/state/site-services';
import { memoryStorage } from '../../../../settings/storage/memory';
import { until } from '../../../until';
import { aMeeting, byId, openPanel, openView, press, rendered, the } from '../fixture';

const SITE: SiteServices = {
  address: async () => 'https://portal.example.com/',
  hasClosedViewers: false,
  mayReach: async () => false,
  ask: async () => {
    throw new Error('No window');
  },
};

const status = () => the('status', undefined, byId('view-tests')).textContent;

async function openTests(loadSiteServices: () => Promise<SiteServices>) {
  vi.spyOn(console, 'warn').mockReturnValue();
  const panel = openPanel(memoryStorage(), { loadSiteServices });
  // Without an answer of the meeting's server, the checks offer to ask for access to it.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  onTestFinished(() => void vi.unstubAllGlobals());
  const address = 'https://meet.example.com/webapp3/m/qa.meeting';
  await panel.receive(aMeeting({ plugin: { name: 'waiting' }, address, recognised: true }));
  await openView('Tests');
  await until(() => the('button', 'Run checks'));
}

it('shows why checks did not finish, and finishes the next ones', async () => {
  let isBroken = true;
  await openTests(async () => {
    if (isBroken) throw new Error('Connection lost');
    return SITE;
  });
  await press('button', 'Run checks');
  await until(() => expect(status()).toBe('Not finished: Connection lost. Run the checks again.'));
  isBroken = false;
  await press('button', 'Run checks');
  await until(() => the('list', 'Results'));
  expect(status()).toMatch(/problem/);
});

it('shows why the browser could not ask for a permission, and keeps the results', async () => {
  await openTests(async () => SITE);
  await press('button', 'Run checks');
  await until(() => the('button', 'Allow access to https://meet.example.com'));
  await press('button', 'Allow access to https://meet.example.com');
  await rendered();
  expect(status()).toBe('Not finished: No window. Run the checks again.');
  the('list', 'Results');
});
