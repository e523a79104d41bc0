import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const privacy = readFileSync('docs/explanation/privacy.md', 'utf8');
const rows = privacy.split('\n').filter((line) => line.startsWith('| `'));

type Manifest = {
  permissions: string[];
  optional_permissions?: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: { gecko: { data_collection_permissions: unknown } };
};

describe.each(['chrome-mv3', 'firefox-mv3'])('what .output/%s asks for', (build) => {
  const manifest = JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8')) as Manifest;
  const asked = [...manifest.permissions, ...(manifest.optional_permissions ?? [])];

  test.each(asked)('%s has its line in docs/explanation/privacy.md', (permission) => {
    expect(rows.filter((row) => row.startsWith(`| \`${permission}\` |`))).toHaveLength(1);
  });

  test.each(manifest.optional_host_permissions)('%s is explained there', (pattern) => {
    expect(privacy).toContain(`\`${pattern}\``);
  });

  test('is to run nothing from elsewhere, in pages that load nothing from elsewhere', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|script-src [^;]*(https?:|\*)/);
  });

  test('is to collect nothing', () => {
    const { browser_specific_settings: settings } = manifest;
    const expected = build === 'firefox-mv3' ? { required: ['none'] } : undefined;
    expect(settings?.gecko.data_collection_permissions).toEqual(expected);
  });
});
