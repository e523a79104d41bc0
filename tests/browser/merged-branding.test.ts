import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pluginOf } from '../../branding/packer/branding/bundle';
import { mergePlugin } from '../../branding/packer/branding/merge';
import { readZip } from '../../branding/packer/zip/read';
import { readFolder } from '../../scripts/files';
import { SCENARIOS, type Scenario, zipOf } from '../unit/branding/packer/support/brandings';
import { browsers, type Surface } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';

/** Merges the shipped plugin into a customer's ZIP and unpacks it as a Conferencing Node does. */
function merged(scenario: Scenario): { unpacked: string; brandingDir: string } {
  const bundle = new Map(
    [...readFolder('webapp3')].map(([path, content]) => [`webapp3/${path}`, content] as const),
  );
  const plugin = pluginOf(bundle);
  if (!plugin.ok) throw new Error(plugin.error);
  const result = mergePlugin(zipOf(scenario), plugin.value);
  if (!result.ok) throw new Error(result.error.message);
  const archive = readZip(result.value.zip);
  if (!archive.ok) throw new Error(archive.error.message);
  const unpacked = mkdtempSync(join(tmpdir(), 'merged-'));
  for (const { path, isFolder, content } of archive.value.entries) {
    if (isFolder) continue;
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), content);
  }
  return { unpacked, brandingDir: join(unpacked, dirname(result.value.manifestPath)) };
}

/** One of each: a plugin added beside another one, and one replaced in a folder of the customer's choice. */
const merges = SCENARIOS.filter(({ name }) => /on Windows|before v37/.test(name));

describe.each(browsers)('in $name', (candidate) => {
  let first: Fixture;
  beforeAll(async () => {
    first = await createFixture(candidate);
  });
  afterAll(() => first?.close());

  describe.each(merges)('$name, merged', (scenario) => {
    const { unpacked, brandingDir } = merged(scenario);
    let fixture: Fixture;
    let panel: Surface;
    let meeting: Surface;

    beforeAll(async () => {
      fixture = await first.another({ brandingDir });
      ({ meeting, panel } = await openBeside(fixture));
    });
    afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

    test('a destination dialed from the panel joins the meeting', async () => {
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
      expect(fixture.meeting.node.conference('qa.meeting').dials.at(-1)).toMatchObject({
        destination: 'alice@example.com',
      });
    });

    test('the customer’s other plugins are loaded as before', async () => {
      const others = scenario.plugins.flatMap((plugin) => {
        const id = String(Reflect.get(Object(plugin), 'id'));
        return id === 'external-chat' ? [] : [id];
      });
      const frames = await meeting.evaluate(() =>
        [...document.querySelectorAll('iframe.plugin')].map(({ id }) => id),
      );
      expect(frames.toSorted()).toEqual([...others, 'external-chat'].toSorted());
    });
  });
});
