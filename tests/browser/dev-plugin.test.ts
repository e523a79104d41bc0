import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PluginServer, startPluginServer } from '../../branding/dev-server/start';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { type BrowserUnderTest, launchChromium, type Surface, type Tab } from './harness/browser';
import { freePort } from './harness/free-port';
import { brandingWith } from './support/branding';
import { dial, seeRow } from './support/calls';
import { copyOfPlugin } from './support/checkout';
import { BUILDS } from './support/fixture';
import { openPanel } from './support/panel';

describe.each([
  ['as it is shipped', false],
  ['with RELAY=1', true],
])("the plugin's dev server before a deployment, %s", (_, relay) => {
  let sources: string;
  let deployment: DemoMeeting;
  let server: PluginServer;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let meeting: Surface;

  beforeAll(async () => {
    sources = copyOfPlugin();
    // A deployment whose own plugin cannot load: what loads is the local one.
    const brandingDir = brandingWith({ src: './plugins/external-chat/gone.html' });
    deployment = await startMeeting({ brandingDir, ringMs: 100 });
    const infinity = new URL(new URL(deployment.directUrl()).origin);
    server = await startPluginServer({ port: await freePort('localhost'), infinity, relay }, sources);
    browser = await launchChromium({ extensionDir: BUILDS.chromium, ignoreCertificateErrors: true });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await deployment?.close();
    if (sources) rmSync(sources, { recursive: true });
  });

  test('Web App 3 loads the local plugin', async () => {
    tab = await browser.open(`${server.origin}/webapp3/m/qa.meeting`);
    meeting = tab;
    await meeting.see('button', 'Open Chat');
    expect(
      await meeting.evaluate(() => document.querySelector<HTMLIFrameElement>('#external-chat')?.src),
    ).toBe(`${server.origin}/index.html${relay ? '?relay=1' : ''}`);
    const plugin = await tab.frame('#external-chat');
    expect(await plugin.evaluate(() => window.origin)).toBe(relay ? server.origin : 'null');
  });

  test('a dial-out goes through to the deployment, and its events come back', async () => {
    const panel = await openPanel(tab);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    expect(deployment.node.conference('qa.meeting').dials).toHaveLength(1);
  });

  test('an edit shows up in the open meeting', async () => {
    const file = join(sources, 'plugin/external-chat/texts.ts');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace("'Open Chat'", "'Talk'"));
    await meeting.see('button', 'Talk');
  });

  test('a page of another origin embeds it', async () => {
    const page = await browser.open(deployment.embeddingUrl());
    await page.evaluate((src) => {
      document.querySelector('iframe')?.setAttribute('src', src);
    }, `${server.origin}/webapp3/m/other`);
    await (await page.frame('#webapp3')).see('button', 'Talk');
    cpSync('plugin/external-chat/texts.ts', join(sources, 'plugin/external-chat/texts.ts'));
    await (await page.frame('#webapp3')).see('button', 'Open Chat');
  });
});
