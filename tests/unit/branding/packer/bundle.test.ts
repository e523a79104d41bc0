import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeBundle, pluginOf } from '../../../../branding/packer/branding/bundle';
import { writeZip } from '../../../../branding/packer/zip/write';
import { verifyPackage } from '../../../../branding/verify-package';
import { RELAYED } from './support/bundle';

const TEMPLATE = readFileSync('branding/manifest.json');
const MANIFEST = 'webapp3/branding/manifest.json';
const BUILT = RELAYED.files;

function compose(relay: boolean, version = '0.2.0') {
  const bundle = composeBundle(TEMPLATE, BUILT, { version, relay });
  if (!bundle.ok) throw new Error(bundle.error);
  return bundle.value;
}
const manifestOf = (files: ReadonlyMap<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(files.get(MANIFEST))) as Record<string, unknown>;

describe('the bundle', () => {
  it('has a complete manifest', () => {
    expect(manifestOf(compose(false))).toEqual({
      version: 0,
      meta: {
        name: expect.any(String),
        brandVersion: '0.2.0',
        baseColor: expect.stringMatching(/^#[\da-f]{6}$/),
      },
      brandName: expect.any(String),
      images: {},
      translations: {},
      applicationConfig: {},
      defaultUserConfig: {},
      colorPalette: Array(11).fill(expect.stringMatching(/^#[\dA-F]{6}$/)),
      plugins: [{ id: 'external-chat', src: './plugins/external-chat/index.html', sandboxValues: [] }],
    });
  });

  it('takes its version from outside: the template has none', () => {
    expect(JSON.parse(TEMPLATE.toString()).meta).not.toHaveProperty('brandVersion');
    expect(manifestOf(compose(false, '7.8.9')).meta).toMatchObject({ brandVersion: '7.8.9' });
  });

  it('has the relay only if it is asked for', () => {
    const relay = 'webapp3/branding/plugins/external-chat/relay.js';
    expect(compose(false).has(relay)).toBe(false);
    expect(compose(true).has(relay)).toBe(true);
    expect(manifestOf(compose(true)).plugins).toEqual([
      {
        id: 'external-chat',
        src: './plugins/external-chat/index.html?relay=1',
        sandboxValues: ['allow-same-origin'],
      },
    ]);
  });

  it('hides what is asked for, and nothing of Web App 3 otherwise', () => {
    const hide = ['chat', 'add-participant'] as const;
    const bundle = composeBundle(TEMPLATE, BUILT, { version: '1.0.0', relay: false, hide });
    expect(bundle.ok && manifestOf(bundle.value).applicationConfig).toEqual({
      hiddenFunctionality: ['button-chat', 'user-menu-add-participant'],
    });
  });

  it('names the pages that may use the plugin, beside the relay', () => {
    const hostOrigins = ['https://a.example', 'https://b.example:8443'];
    const bundle = composeBundle(TEMPLATE, BUILT, { version: '1.0.0', relay: true, hostOrigins });
    expect(bundle.ok && manifestOf(bundle.value).plugins).toMatchObject([
      {
        src: './plugins/external-chat/index.html?hostOrigins=https://a.example,https://b.example:8443&relay=1',
      },
    ]);
  });

  it('gives the plugin back for merging', () => {
    expect(pluginOf(compose(true))).toEqual({ ok: true, value: RELAYED });
  });

  it('passes verification, and with the relay leaves a note on what that costs', () => {
    const verify = (relay: boolean) =>
      verifyPackage('external-chat-v0.2.0.zip', writeZip(compose(relay))).findings;
    expect(verify(false)).toEqual([]);
    expect(verify(true).map(({ level }) => level)).toEqual(['note']);
  });

  it.each([
    ['a page', 'index.html', false],
    ['the relay', 'relay.js', true],
  ])('is not made without %s, and says what to run', (_, file, relay) => {
    const built = new Map([...BUILT].filter(([path]) => path !== file));
    expect(composeBundle(TEMPLATE, built, { version: '1.0.0', relay })).toEqual({
      ok: false,
      error: expect.stringMatching(new RegExp(`${file} is missing.*npm run build:plugin`)),
    });
  });

  it('is not merged before it is built', () => {
    expect(pluginOf(new Map())).toEqual({
      ok: false,
      error: expect.stringContaining('npm run build:plugin'),
    });
  });
});
