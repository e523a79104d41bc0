import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import config from '../../../wxt.config';

interface Manifest {
  key?: string;
  update_url?: string;
  host_permissions?: string[];
  content_scripts?: Array<{ matches: string[]; match_origin_as_fallback?: boolean }>;
  browser_specific_settings?: { gecko: { id: string; update_url?: string } };
}

/** Makes the manifest of a build, with what an organization has set. */
function manifestOf(browser: string, env: Record<string, string> = {}): Manifest {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is not made by a function.');
  return manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 }) as Manifest;
}

afterEach(() => vi.unstubAllEnvs());

describe('the manifest of a build for an organization', () => {
  it.each(['chrome', 'firefox'])('has no key, update URL or sites without variables (%s)', (browser) => {
    const manifest = manifestOf(browser);
    expect(manifest).not.toHaveProperty('key');
    expect(manifest).not.toHaveProperty('update_url');
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.browser_specific_settings?.gecko ?? {}).not.toHaveProperty('update_url');
  });

  it.each(['chrome', 'firefox'])('has the sites of EXTERNAL_CHAT_MATCHES (%s)', (browser) => {
    const sites = ['https://meet.example.com/*', 'https://portal.example.com/*'];
    const manifest = manifestOf(browser, { EXTERNAL_CHAT_MATCHES: sites.join(' ') });
    expect(manifest.host_permissions).toEqual(sites);
    expect(manifest.content_scripts).toMatchObject([{ matches: sites }]);
  });

  it.each([
    { matches: 'https://meet.example.com/* https://*.example.org/*', isFallback: true },
    { matches: 'https://meet.example.com/webapp3/*', isFallback: false },
    { matches: 'https://meet.example.com/* https://portal.example.com/visit*', isFallback: false },
  ])('runs in about:blank for whole sites only, as browsers require: $matches', ({ matches, isFallback }) => {
    const manifest = manifestOf('chrome', { EXTERNAL_CHAT_MATCHES: matches });
    expect(manifest.content_scripts).toMatchObject([{ match_origin_as_fallback: isFallback }]);
  });

  it.each(['chrome', 'firefox'])('ends a build whose sites cannot be loaded (%s)', (browser) => {
    expect(() => manifestOf(browser, { EXTERNAL_CHAT_MATCHES: 'meet.example.com' })).toThrow(
      'Use https://meet.example.com/*',
    );
  });

  it('has key and update URL for Chrome, and id and update URL for Firefox', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const env = {
      EXTERNAL_CHAT_KEY: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      EXTERNAL_CHAT_FIREFOX_ID: 'external-chat@example.com',
      EXTERNAL_CHAT_UPDATES: 'https://extensions.example.com/chat',
    };
    const chrome = manifestOf('chrome', env);
    expect(chrome.update_url).toBe('https://extensions.example.com/chat/updates.xml');
    expect(chrome.key).toMatch(/^MIIB[\w+/]+=*$/);
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    const firefox = manifestOf('firefox', env);
    expect(firefox).not.toHaveProperty('key');
    expect(firefox.browser_specific_settings?.gecko).toMatchObject({
      id: 'external-chat@example.com',
      update_url: 'https://extensions.example.com/chat/updates.json',
    });
  });
});
