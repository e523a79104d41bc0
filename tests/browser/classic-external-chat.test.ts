import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWebapp2 } from '../../plugin/webapp2/branding';
import { readFolder, writeFolder } from '../../scripts/files';
import { anyName, launchChromium, type Surface } from './harness/browser';
import { dial } from './support/calls';
import { classicBranding } from './support/classic-fixture';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';
import { openSeedHost, type SeedHost } from './support/seed-host';
import { clickSwitch, openView, seeSwitch } from './support/views';

const CHROMIUM = { name: 'chromium' as const, launch: launchChromium };

/** The Webapp2 bundle as it is packaged, unpacked, in the classic host. */
function brandingDir(): { folders: string[]; dir: string } {
  const bundle = composeWebapp2(readFolder('.output/webapp2'), { version: '0.0.0', brandingId: '1' });
  if (!bundle.ok) throw new Error(bundle.error);
  const webapp2 = mkdtempSync(join(tmpdir(), 'webapp2-'));
  writeFolder(webapp2, bundle.value);
  const dir = classicBranding(webapp2);
  return { folders: [webapp2, dir], dir };
}

const { folders, dir } = brandingDir();
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture(CHROMIUM, { brandingDir: dir });
});
afterAll(() => fixture?.close());

describe('external chat for Webapp2 and the extension', () => {
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    ({ meeting, panel } = await openBeside(fixture));
  });

  const icon = (label: string, id: string) =>
    meeting.waitFor(
      `the icon ${id}`,
      (title, wanted) =>
        [...document.querySelectorAll<HTMLImageElement>(`button[title="${title}"] img`)].some(({ src }) =>
          decodeURIComponent(src).includes(`id="${wanted}"`),
        ),
      label,
      id,
    );
  const call = (says: RegExp) => panel.see('listitem', anyName, ({ text }) => says.test(text));

  test('the panel finds the plugin and the meeting', async () => {
    await panel.see('banner', anyName, ({ text }) => text.includes('qa.meeting'));
  });

  test('label and icon follow the chat and its badge', async () => {
    await icon('Open Chat', 'open-chat');
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat');
    await icon('Close Chat', 'close-chat');
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await clickSwitch(panel, 'Unread badge');
    await icon('Close Chat (unread messages)', 'close-chat-unread');
    await meeting.click('button', 'Close Chat (unread messages)');
    await icon('Open Chat (unread messages)', 'open-chat-unread');
    await seeSwitch(panel, 'Unread badge', ({ checked }) => checked === true);
    await clickSwitch(panel, 'Unread badge');
    await icon('Open Chat', 'open-chat');
  });

  test('a destination dialed from the panel joins, and is hung up', async () => {
    // The chat has come to the front.
    await openView(panel, 'Dial out');
    await panel.select('combobox', 'Role', 'HOST');
    await dial(panel, 'alice@example.com');
    await call(/alice@example\.com.*Joined/);
    expect(fixture.meeting.node.conference().dials.at(-1)).toEqual({
      role: 'HOST',
      destination: 'alice@example.com',
      protocol: 'auto',
    });
    await panel.click('button', /^Hang up.*alice@example\.com/);
    await call(/alice@example\.com.*Hung up/);
  });

  test('a refused call fails', async () => {
    await dial(panel, 'busy@example.com');
    await call(/busy@example\.com.*Failed.*Could not dial out/);
  });

  test('a call that rings for ever is seen to ring', async () => {
    await dial(panel, 'noanswer@example.com');
    await call(/noanswer@example\.com.*Ringing/);
  });
});

describe('external chat for Webapp2 and a host page that knows only the seed document', () => {
  let host: SeedHost;
  beforeAll(async () => {
    host = await openSeedHost(await fixture.another({ brandingDir: dir }));
  });
  afterAll(() => host?.close());

  test('says ready, and moves its item when the page echoes', async () => {
    await host.heard(/^ready /);
    await host.meeting.click('button', 'Open Chat');
    await host.heard(/^toggle-chat {"active":true}$/);
    await host.meeting.click('button', 'Close Chat');
    await host.heard(/^toggle-chat {"active":false}$/);
    await host.tab.click('button', 'Unread');
    await host.meeting.see('button', 'Open Chat (unread messages)');
  });

  test('dials, and tells how it went', async () => {
    await host.tab.click('button', 'Call Alice');
    expect(await host.heard(/^dial-out-success/)).toMatch(/"uuid":"[-0-9a-f]{36}"/);
    await host.tab.click('button', 'Call Busy');
    await host.heard(/^dial-out-error {"message":"Could not dial out to specified uri"/);
  });
});
