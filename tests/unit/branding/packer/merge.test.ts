import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type MergeOptions, mergePlugin } from '../../../../branding/packer/branding/merge';
import type { Archive } from '../../../../branding/packer/zip/archive';
import { readZip } from '../../../../branding/packer/zip/read';
import { verifyPackage } from '../../../../branding/verify-package';
import { SCENARIOS, type Scenario, zipOf } from './support/brandings';
import { PLUGIN, RELAYED } from './support/bundle';
import { rawZip } from './support/raw-zip';

function read(zip: Uint8Array): Archive {
  const archive = readZip(zip);
  if (!archive.ok) throw new Error(archive.error.message);
  return archive.value;
}

function merge(zip: Uint8Array, plugin = PLUGIN) {
  const merged = mergePlugin(zip, plugin);
  if (!merged.ok) throw new Error(merged.error.message);
  return { ...merged.value, archive: read(merged.value.zip) };
}

const textAt = ({ entries }: Archive, path: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(entries.find((entry) => entry.path === path)?.content);
const parse = (text: string): Record<string, unknown> => JSON.parse(text.replace('\uFEFF', ''));

/** An entry's record in the directory without the offset, the one thing in it that has to change. */
const recordOf = (central: Uint8Array) =>
  Buffer.concat([central.subarray(0, 42), central.subarray(46)]).toString('hex');

describe.each(SCENARIOS)('merging into $name', (scenario) => {
  const zip = zipOf(scenario);
  const before = read(zip);
  const { archive: after, zip: mergedZip, ...result } = merge(zip);
  const isTheirs = ({ path }: { path: string }) =>
    path !== scenario.manifest && !path.startsWith(`${scenario.folder}/`);

  it('leaves every other entry as it stands, record by record and byte by byte, in its order', () => {
    const raw = (archive: Archive) =>
      archive.entries.filter(isTheirs).map(({ path, local, central }) => ({
        path,
        local: Buffer.from(local).toString('hex'),
        central: recordOf(central),
      }));
    expect(raw(after)).toEqual(raw(before));
    expect(after.comment).toEqual(before.comment);
  });

  it('is read in the same way by another program', () => {
    const theirs = Object.entries(unzipSync(mergedZip)).filter(([name]) => !name.endsWith('/'));
    const ours = after.entries.filter(({ isFolder }) => !isFolder);
    expect(theirs.map(([, content]) => Buffer.from(content))).toEqual(
      ours.map(({ content }) => Buffer.from(content)),
    );
  });

  it('puts the plugin where the manifest says', () => {
    expect(result).toMatchObject({
      action: scenario.action,
      folder: scenario.folder,
      manifestPath: scenario.manifest,
    });
    const inFolder = after.entries.filter(
      ({ path, isFolder }) => !isFolder && path.startsWith(`${scenario.folder}/`),
    );
    expect(inFolder.map(({ path, content }) => [path.slice(scenario.folder.length + 1), content])).toEqual([
      ...PLUGIN.files,
    ]);
  });

  it('changes nothing in the manifest but the plugins, and adds text only', () => {
    const [old, edited] = [textAt(before, scenario.manifest), textAt(after, scenario.manifest)];
    const { plugins, ...rest } = parse(edited);
    const { plugins: _, ...oldRest } = parse(old);
    expect(plugins).toEqual(scenario.plugins);
    expect(Object.entries(rest)).toEqual(Object.entries(oldRest));
    if (scenario.action === 'added') expect(isInsertion(old.replace('[ ]', '[]'), edited)).toBe(true);
  });

  it('keeps the manifest in its place in the archive', () => {
    const place = ({ entries }: Archive) =>
      entries.filter(isTheirsOrManifest).findIndex(({ path }) => path === scenario.manifest);
    expect(place(after)).toBe(place(before));
  });
  const isTheirsOrManifest = ({ path }: { path: string }) => isTheirs({ path }) || path === scenario.manifest;

  it('gives the same bytes again', () => {
    expect(Buffer.compare(merge(zip).zip, mergedZip)).toBe(0);
    expect(Buffer.compare(merge(mergedZip).zip, mergedZip)).toBe(0);
  });

  it('passes verification as far as the plugin goes', () => {
    const { findings } = verifyPackage('merged.zip', mergedZip);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** Whether `edited` is `old` with one piece put in. */
function isInsertion(old: string, edited: string): boolean {
  let same = 0;
  while (same < old.length && old[same] === edited[same]) same += 1;
  return edited.endsWith(old.slice(same));
}

describe('the manifest keeps its own look', () => {
  const manifestOf = (index: number) => {
    const scenario = SCENARIOS[index] as Scenario;
    return textAt(merge(zipOf(scenario)).archive, scenario.manifest);
  };

  it('tabs', () => {
    expect(manifestOf(0)).toContain('},\n\t"plugins": [\n\t\t{\n\t\t\t"id": "external-chat",\n');
  });

  it('CRLF, four spaces and the byte order mark', () => {
    const text = manifestOf(1);
    expect(text.startsWith('\uFEFF{\r\n    "version"')).toBe(true);
    expect(text).toContain('\r\n        },\r\n        {\r\n            "id": "external-chat",\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('one line', () => {
    expect(manifestOf(2)).not.toContain('\n');
  });
});

const oneManifest = (manifest: unknown) =>
  rawZip([{ name: 'manifest.json', content: JSON.stringify(manifest, null, 2) }]);
const pluginsOf = (zip: Uint8Array, plugin = PLUGIN) =>
  parse(textAt(merge(zip, plugin).archive, 'manifest.json')).plugins;

describe('the relay', () => {
  const src = './plugins/external-chat/index.html';
  const withEntry = (entry: object) => oneManifest({ plugins: [{ id: 'external-chat', ...entry }] });

  it('comes with relay=1 and allow-same-origin, beside what is there', () => {
    const zip = withEntry({ src: `${src}?hostOrigins=https://a.example`, sandboxValues: ['allow-popups'] });
    expect(pluginsOf(zip, RELAYED)).toEqual([
      {
        id: 'external-chat',
        src: `${src}?hostOrigins=https://a.example&relay=1`,
        sandboxValues: ['allow-popups', 'allow-same-origin'],
      },
    ]);
    expect(merge(zip, RELAYED).notes.join(' ')).toContain('Relay on');
  });

  it('goes with both of them', () => {
    const zip = withEntry({
      src: `${src}?relay=1&hostOrigins=https://a.example`,
      sandboxValues: ['allow-popups', 'allow-same-origin'],
    });
    expect(pluginsOf(zip)).toEqual([
      { id: 'external-chat', src: `${src}?hostOrigins=https://a.example`, sandboxValues: ['allow-popups'] },
    ]);
    expect(merge(zip).notes.join(' ')).toContain('The relay is off now');
  });

  it('adds the sandbox values that an entry does not have', () => {
    expect(pluginsOf(withEntry({ src }), RELAYED)).toEqual([
      { id: 'external-chat', src: `${src}?relay=1`, sandboxValues: ['allow-same-origin'] },
    ]);
  });
});

describe('an entry of ours', () => {
  it('that needs several changes gets new members in the others’ order, and no value twice', () => {
    const src = './plugins/external-chat/index.html';
    const [entry] = pluginsOf(oneManifest({ plugins: [{ src }] }), RELAYED) as object[];
    expect(Object.keys(entry ?? {})).toEqual(['src', 'id', 'sandboxValues']);
    const again = oneManifest({
      plugins: [{ id: 'external-chat', src, sandboxValues: ['allow-same-origin'] }],
    });
    expect(pluginsOf(again, RELAYED)).toEqual([RELAYED.entry]);
  });

  it('that needs none leaves the manifest’s own record', () => {
    const zip = zipOf(SCENARIOS[3] as Scenario);
    const [before] = read(zip).entries;
    const [after] = merge(zip).archive.entries;
    expect(Buffer.from(after?.local ?? [])).toEqual(Buffer.from(before?.local ?? []));
  });
});

describe('what an administrator asks for', () => {
  const optioned = (manifest: unknown, options: MergeOptions) => {
    const merged = mergePlugin(oneManifest(manifest), PLUGIN, options);
    if (!merged.ok) throw new Error(merged.error.message);
    return { ...merged.value, manifest: parse(textAt(read(merged.value.zip), 'manifest.json')) };
  };
  const src = './plugins/external-chat/index.html';

  it.each([
    [{}, {}],
    [{ applicationConfig: { bandwidths: ['576'] } }, { bandwidths: ['576'] }],
    [{ applicationConfig: { hiddenFunctionality: [] } }, {}],
    [{ applicationConfig: { hiddenFunctionality: ['button-chat'] } }, {}],
  ])('HIDE adds to %j what is not hidden yet', (manifest, rest) => {
    const { manifest: after, notes } = optioned(manifest, { hide: ['chat', 'add-participant'] });
    expect(after.applicationConfig).toEqual({
      ...rest,
      hiddenFunctionality: ['button-chat', 'user-menu-add-participant'],
    });
    expect(notes).toEqual([]);
  });

  it('HIDE keeps what a branding hides already', () => {
    const hiddenFunctionality = ['button-layout'];
    const { manifest } = optioned({ applicationConfig: { hiddenFunctionality } }, { hide: ['chat'] });
    expect(manifest.applicationConfig).toEqual({ hiddenFunctionality: ['button-layout', 'button-chat'] });
  });

  it.each([
    [{ applicationConfig: [] }, '"applicationConfig" is a list'],
    [{ applicationConfig: { hiddenFunctionality: 'all' } }, '"hiddenFunctionality" is a text'],
  ])('HIDE refuses %j in words', (manifest, words) => {
    const merged = mergePlugin(oneManifest(manifest), PLUGIN, { hide: ['chat'] });
    expect(merged.ok ? '' : merged.error.message).toContain(words);
  });

  it('HOST_ORIGINS names the pages in a new entry, and replaces them in an old one', () => {
    const hostOrigins = ['https://new.example'];
    const expected = [{ id: 'external-chat', src: `${src}?hostOrigins=https://new.example` }];
    expect(optioned({}, { hostOrigins }).manifest.plugins).toMatchObject(expected);
    const old = { plugins: [{ id: 'external-chat', src: `${src}?hostOrigins=https://old.example` }] };
    const { manifest, notes } = optioned(old, { hostOrigins });
    expect(manifest.plugins).toEqual(expected);
    expect(notes.join(' ')).toContain('Only these pages may use the plugin: https://new.example');
  });
});

describe('what a person is told', () => {
  it('that Web App 3 keeps its chat button, unless the branding hides it', () => {
    expect(merge(oneManifest({})).notes).toEqual([expect.stringContaining('"button-chat"')]);
    const hidden = oneManifest({ applicationConfig: { hiddenFunctionality: ['button-chat'] } });
    expect(merge(hidden).notes).toEqual([]);
  });

  it('which version and which files are replaced', () => {
    const { oldVersion, removed, notes } = merge(zipOf(SCENARIOS[3] as Scenario));
    expect(oldVersion).toBe('0.0.9');
    expect(removed).toEqual(['webapp3/branding/plugins/external-chat/old.js']);
    expect(notes.join(' ')).toContain('hostOrigins=https://chat.example.com');
  });

  it('that the settings in src admit no page', () => {
    const withQuery = (query: string) =>
      oneManifest({ plugins: [{ id: 'external-chat', src: `./plugins/external-chat/index.html${query}` }] });
    for (const query of ['?hostorigins=https://a.example', '?hostOrigins=a.example', '#debug'])
      expect(merge(withQuery(query)).notes.join(' ')).toContain('The settings in src are wrong');
    expect(merge(withQuery('?hostOrigins=https://a.example')).notes.join(' ')).not.toContain('wrong');
  });

  it('that an entry in a folder of another name moves, and its old folder stays', () => {
    const zip = rawZip([
      {
        name: 'manifest.json',
        content: '{"plugins":[{"id":"external-chat","src":"./plugins/chat/index.html?a=b"}]}',
      },
      { name: 'plugins/chat/index.html', content: 'theirs' },
    ]);
    expect(pluginsOf(zip)).toEqual([{ id: 'external-chat', src: './plugins/external-chat/index.html?a=b' }]);
    const { archive, notes } = merge(zip);
    expect(textAt(archive, 'plugins/chat/index.html')).toBe('theirs');
    expect(notes.join(' ')).toContain('plugins/chat/');
  });
});
