import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeZip } from '../../branding/packer/zip/write';
import { verifyPackage } from '../../branding/verify-package';
import { packClassic } from '../../plugin/classic/check/pack';
import { composeWebapp2 } from '../../plugin/webapp2/branding';
import { packageVersion } from '../../scripts/command';
import { readFolder } from '../../scripts/files';

/** The packages of what was built, which a unit test cannot count on. */
describe('verify knows', () => {
  const version = packageVersion();

  test('the bundle with classic plugins: nothing but that its origin is Web App 3’s', () => {
    const name = `classic-plugins-v${version}.zip`;
    const packed = packClassic({
      manifest: readFileSync('plugin/classic/manifest.json'),
      built: readFolder('.output/classic'),
      classic: readFolder('tests/fixtures/classic/guides'),
      version,
      name,
    });
    if (!packed.ok) throw new Error(packed.error);
    const { findings, contents } = verifyPackage(name, packed.value.zip);
    expect(findings.map(({ level, what }) => `${level}: ${what}`)).toEqual([
      'note: allow-same-origin lets the plugin access everything that Web App 3 can',
    ]);
    expect(contents).toEqual(['Web App 3: classic-plugins']);
  });

  test('external chat for Webapp2: nothing at all', () => {
    const bundle = composeWebapp2(readFolder('.output/webapp2'), { version, brandingId: String(Date.now()) });
    if (!bundle.ok) throw new Error(bundle.error);
    const zip = writeZip(
      new Map([...bundle.value].map(([path, content]) => [`webapp2/${path}`, content] as const)),
    );
    expect(verifyPackage(`external-chat-webapp2-v${version}.zip`, zip)).toEqual({
      findings: [],
      contents: ['Webapp2: external-chat'],
    });
  });
});
