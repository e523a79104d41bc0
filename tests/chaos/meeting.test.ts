import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { anyName, launchChromium } from '../browser/harness/browser';
import { dial, seeRow, untilNodeHas } from '../browser/support/calls';
import { createFixture, type Fixture } from '../browser/support/fixture';
import { openBeside, seeStatus } from '../browser/support/panel';
import { openView } from '../browser/support/views';
import { buildDouble } from '../prebuild/doubles';

const CHROMIUM = { name: 'chromium', launch: launchChromium } as const;

describe('a meeting', () => {
  let fixture: Fixture;
  afterEach(() => fixture?.close());

  /** In a call, in a conference that goes on without the page. */
  const inCall = async () => {
    fixture = await createFixture(CHROMIUM);
    fixture.meeting.node.conference('qa.meeting').join({ display_name: 'Room', role: 'chair' });
    const beside = await openBeside(fixture);
    await dial(beside.panel, 'alice@example.com');
    await seeRow(beside.panel, 'alice@example.com', /Joined/);
    return beside;
  };

  test('the iframe of the meeting is moved in mid-call', async () => {
    const { tab, panel } = await inCall();
    await tab.evaluate(() => {
      const frame = document.querySelector('#webapp3');
      if (frame) document.body.append(frame);
    });
    await seeRow(panel, 'alice@example.com', /Unknown/);
    await seeRow(panel, 'alice@example.com', /Joined/);
  });

  test('the meeting is navigated away in mid-call, and comes back', async () => {
    const { tab, panel } = await inCall();
    const home = await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      const { src = '' } = frame ?? {};
      if (frame) frame.src = 'about:blank';
      return src;
    });
    await seeRow(panel, 'alice@example.com', /Unknown/);
    await tab.evaluate((src) => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src = src;
    }, home);
    await seeRow(panel, 'alice@example.com', /Joined/);
  });

  test('the iframe of the meeting is removed in mid-call', async () => {
    const { tab, panel } = await inCall();
    await panel.fill('textbox', 'Destination', 'half typed');
    await tab.evaluate(() => document.querySelector('#webapp3')?.remove());
    await seeStatus(panel, 'No meeting on this page');
    expect((await panel.find('textbox', 'Destination'))?.value).toBe('half typed');
    await openView(panel, 'Earlier');
    await panel.see('listitem', anyName, ({ text }) => text.startsWith('alice@example.com'));
    await untilNodeHas(fixture, 'alice@example.com', true);
  });

  test('the plugin crashes while it loads', async () => {
    const brandingDir = mkdtempSync(join(tmpdir(), 'crashing-'));
    const entry = join(brandingDir, 'plugin.ts');
    writeFileSync(entry, "throw new Error('The plugin crashes while it loads');");
    await buildDouble(entry, brandingDir);
    fixture = await createFixture(CHROMIUM, { brandingDir });
    const tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    const panel = await tab.pressIcon();
    await seeStatus(panel, 'Waiting for the plugin');
    await panel.see('banner', anyName, ({ text }) => /reload the meeting/i.test(text));
  });

  test('the plugin crashes in a call', async () => {
    const { tab, meeting, panel } = await inCall();
    await meeting.evaluate(() => {
      const plugin = document.querySelector<HTMLIFrameElement>('#external-chat');
      if (plugin) plugin.src = 'about:blank';
    });
    await meeting.waitFor('the plugin to be gone', () =>
      document.querySelector<HTMLIFrameElement>('#external-chat')?.src.startsWith('about:'),
    );
    await seeRow(panel, 'alice@example.com', /Joined/);
    await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src += '';
    });
    await seeRow(panel, 'alice@example.com', /Unknown/);
    await seeRow(panel, 'alice@example.com', /Joined/);
  });
});
