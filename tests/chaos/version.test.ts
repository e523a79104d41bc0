import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PANEL_PROTOCOL } from '../../protocol/panel';
import { launchChromium } from '../browser/harness/browser';
import { type BuildCopy, copyOfBuild } from '../browser/support/build-copy';
import { dial, dialed, seeRow } from '../browser/support/calls';
import { createFixture, type Fixture } from '../browser/support/fixture';
import { openBeside, openPanel } from '../browser/support/panel';
import { openView, seeSwitch } from '../browser/support/views';

describe('a panel and a peer of two versions', () => {
  let build: BuildCopy;
  let fixture: Fixture;
  beforeAll(async () => {
    build = copyOfBuild('chromium');
    fixture = await createFixture(
      { name: 'chromium', launch: launchChromium },
      { extensionDir: build.folder },
    );
  });
  afterAll(async () => {
    await fixture?.close();
    build?.remove();
  });

  test.each([
    ['newer', PANEL_PROTOCOL + 1],
    ['older', PANEL_PROTOCOL - 1],
  ])('the panel meets a peer that is %s', async (_age, version) => {
    const { tab, panel: before } = await openBeside(fixture);
    await dial(before, 'alice@example.com');
    await seeRow(before, 'alice@example.com', /Joined/);
    const update = async (from: number, to: number) => {
      build.replace('peer.js', `protocol:${from}`, `protocol:${to}`);
      build.raiseVersion();
      await fixture.browser.updateExtension(build.folder);
      await tab.reload();
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
    };
    await update(PANEL_PROTOCOL, version);
    const panel = await tab.pressIcon();
    await panel.waitFor('words', () => document.body.textContent?.includes('The extension was updated'));
    await seeSwitch(panel, 'Chat', ({ disabled }) => disabled === true);
    expect(dialed(fixture).map(({ address }) => address)).not.toContain('bob@example.com');

    await update(version, PANEL_PROTOCOL);
    const after = await openPanel(tab);
    await openView(after, 'Earlier');
    await after.see('listitem', /(?:)/, ({ text }) => text.startsWith('alice@example.com'));
    await openView(after, 'Dial out');
    await dial(after, 'bob@example.com');
    await seeRow(after, 'bob@example.com', /Joined/);
    await tab.close();
  });
});
