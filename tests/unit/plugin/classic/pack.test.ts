import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../../branding/packer/zip/read';
import { writeZip } from '../../../../branding/packer/zip/write';
import { verifyPackage } from '../../../../branding/verify-package';
import { packClassic } from '../../../../plugin/classic/check/pack';
import { composeWebapp2 } from '../../../../plugin/webapp2/branding';
import { itemStateOf } from '../../../../plugin/webapp2/chat-item';
import { readFolder } from '../../../../scripts/files';
import { SCENARIOS, zipOf } from '../../branding/packer/support/brandings';

const manifest = readFileSync('plugin/classic/manifest.json');
const classic = readFolder('tests/fixtures/classic/guides');
const encode = (text: string) => new TextEncoder().encode(text);

/** The shape of the built host, which a unit test cannot count on. */
const built = new Map([
  ...readFolder('plugin/classic/public'),
  ['host.js', encode('R({id:"classic-plugins",version:0});"./runtime.html"')] as const,
  ['runtime.js', encode('fetch("settings.json");localStorage')] as const,
]);
const pack = (more: object = {}) =>
  packClassic({ manifest, built, classic, version: '1.2.3', name: 'classic-plugins-v1.2.3.zip', ...more });
const filesOf = (zip: Uint8Array) => {
  const archive = readZip(zip);
  if (!archive.ok) throw new Error(archive.error.message);
  return new Map(archive.value.entries.map(({ path, content }) => [path, content]));
};

describe('the bundle with classic plugins', () => {
  it('has the host and the organization’s files, each byte as it was', () => {
    const packed = pack();
    if (!packed.ok) throw new Error(packed.error);
    const files = filesOf(packed.value.zip);
    for (const [path, content] of classic) {
      expect(files.get(`webapp3/branding/plugins/classic-plugins/custom_configuration/${path}`)).toEqual(
        new Uint8Array(content),
      );
    }
    expect(verifyPackage('classic-plugins-v1.2.3.zip', packed.value.zip).contents).toEqual([
      'Web App 3: classic-plugins',
    ]);
  });

  it('leaves out what is Webapp2’s own', () => {
    const packed = pack({
      classic: new Map([...classic, ['app.css', encode('')], ['manifest.json', encode('{}')]]),
    });
    if (!packed.ok) throw new Error(packed.error);
    expect(
      [...filesOf(packed.value.zip).keys()].filter((path) => /app\.css|plugins\/manifest/.test(path)),
    ).toEqual([]);
  });

  it('goes into a branding that is there already, beside its plugins', () => {
    const scenario = SCENARIOS.find(({ name }) => /on Windows/.test(name));
    if (!scenario) throw new Error('no such scenario');
    const packed = pack({ branding: zipOf(scenario), name: 'customer-with-classic-plugins.zip' });
    if (!packed.ok) throw new Error(packed.error);
    const [line] = packed.value.lines;
    expect(line).toContain('added classic-plugins in');
    const { findings, contents } = verifyPackage('customer.zip', packed.value.zip);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(contents.join()).toContain('classic-plugins');
  });

  it('is not made of a host that is not built', () => {
    expect(pack({ built: new Map() })).toEqual({
      ok: false,
      error: expect.stringContaining('npm run build'),
    });
  });
});

describe('external chat for Webapp2', () => {
  const icons = [...readFolder('plugin/webapp2/public')];
  const looks = [
    itemStateOf(false, false),
    itemStateOf(true, false),
    itemStateOf(false, true),
    itemStateOf(true, true),
  ];
  const register = 'PEX.pluginAPI.registerPlugin({ id: "external-chat", toggleChat: t });';
  const script = `${register}${JSON.stringify(looks)}`;
  const compose = (brandingId: string) =>
    composeWebapp2(new Map([...icons, ['external-chat.plugin.js', encode(script)]]), {
      version: '1.2.3',
      brandingId,
    });

  it('is a package in which verify finds nothing', () => {
    const bundle = compose('1700000000000');
    if (!bundle.ok) throw new Error(bundle.error);
    const zip = writeZip(new Map([...bundle.value].map(([path, content]) => [`webapp2/${path}`, content])));
    expect(verifyPackage('external-chat-webapp2-v1.2.3.zip', zip)).toEqual({
      findings: [],
      contents: ['Webapp2: external-chat'],
    });
  });

  it('has the branding id that it is given, and says that its settings count', () => {
    const bundle = compose('42');
    const text = bundle.ok ? new TextDecoder().decode(bundle.value.get('manifest.json')) : '';
    expect(JSON.parse(text)).toMatchObject({ brandingID: '42', isSettingsBranded: true });
  });
});
