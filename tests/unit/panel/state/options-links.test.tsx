// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  all,
  aMeeting,
  byId,
  choose,
  eventually,
  openPanel,
  openView,
  press,
  rendered,
  the,
  type,
} from '../fixture';

/** A panel with these settings, and what it has the browser open. */
async function open(over: object, managed = {}) {
  const openOptions = vi.fn();
  const value = { ...DEFAULT_SETTINGS, ...over };
  const content = { local: { settings: { version: 3, value } }, managed };
  const panel = openPanel(memoryStorage(content), { openOptions });
  await panel.receive(aMeeting({ plugin: { name: 'ready', inMeeting: true, features: ['request-id'] } }));
  return openOptions;
}

describe('where a setting is missed, a button leads to it', () => {
  it('from a history that is off', async () => {
    const openOptions = await open({ history: false });
    await openView('Earlier');
    await eventually(() => the('button', 'Options', byId('view-dial-out')));
    await press('button', 'Options', byId('view-dial-out'));
    expect(openOptions.mock.calls).toEqual([['history']]);
  });

  it('but not from a history that an administrator has turned off', async () => {
    await open({}, { settings: { history: false } });
    await openView('Earlier');
    const view = byId('view-dial-out');
    await eventually(() => expect(view.textContent).toContain('off. Your administrator decides this.'));
    expect(all('button', 'Options', view)).toEqual([]);
  });

  it('but not from a limit that an administrator has set', async () => {
    await open({}, { settings: { perMinute: 1 } });
    for (const destination of ['a@example.com', 'b@example.com']) {
      await type('Destination', destination);
      await press('button', 'Dial');
    }
    await eventually(() =>
      expect(byId('view-dial-out').textContent).toContain('Your administrator set the limit.'),
    );
    expect(all('button', 'Change the limit')).toEqual([]);
  });

  it('from a call that the limit holds back', async () => {
    const openOptions = await open({ perMinute: 1 });
    for (const destination of ['a@example.com', 'b@example.com']) {
      await type('Destination', destination);
      await press('button', 'Dial');
    }
    await eventually(() => the('button', 'Change the limit'));
    await press('button', 'Change the limit');
    expect(openOptions.mock.calls).toEqual([['limits']]);
  });

  it('from a list that the limit holds up', async () => {
    const openOptions = await open({ perMinute: 1 });
    await openView('Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'a@example.com\nb@example.com');
    await choose('Simultaneous calls', '2');
    await press('button', 'Dial all');
    await eventually(() => the('button', 'Change the limit'));
    await press('button', 'Change the limit');
    expect(openOptions.mock.calls).toEqual([['limits']]);
  });

  it('from checks that find something to set up', async () => {
    const openOptions = await open({});
    await openView('Tests');
    await eventually(() => the('button', 'Run checks'));
    await press('button', 'Run checks');
    await eventually(() => the('button', 'Options', byId('view-tests')));
    await press('button', 'Options', byId('view-tests'));
    expect(openOptions.mock.calls).toEqual([['sites']]);
  });
});

it('each link leads to a place that the options have', async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const stop = new AbortController();
  const damaged = { local: { settings: { version: 3, value: 'broken' } } };
  mountOptions(byId('root'), { storage: memoryStorage(damaged), signal: stop.signal });
  await eventually(() => byId('chat'));
  await rendered();
  const pages = readFileSync('browser/pages.ts', 'utf8');
  const places = [...pages.matchAll(/options\.html#([\w-]+)/g)].map(([, id = '']) => id);
  expect(places.length).toBeGreaterThan(4);
  // The sites come with access to them, which a plain page does not have.
  for (const place of places.filter((id) => id !== 'sites')) await eventually(() => byId(place));
  stop.abort();
});
