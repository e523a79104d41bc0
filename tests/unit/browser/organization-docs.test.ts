import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOrganization } from '../../../browser/build/organization';
import { blocksIn } from '../repo/support/documents';

const folder = mkdtempSync(join(tmpdir(), 'organization-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the commands of docs/admin/roll-out.md that begin with a word. */
function run(first: string, then = ''): string {
  const lines = blocksIn('docs/admin/roll-out.md')
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.trim().split('\n'))
    .filter((line) => line.startsWith(first));
  expect(lines.length).toBeGreaterThan(0);
  const script = [...lines, then].join('\n');
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('the commands of docs/admin/roll-out.md', () => {
  it('make a key and print the id that a build with it has', () => {
    const id = run('openssl').trim();
    const { key } = readOrganization({ EXTERNAL_CHAT_KEY: readFileSync(join(folder, 'key.pem'), 'utf8') });
    expect(id).toMatch(/^[a-p]{32}$/);
    expect(key?.id).toBe(id);
  });

  it('set every variable to a value that a build accepts', () => {
    const env = JSON.parse(
      run('export', `exec "${process.execPath}" -p 'JSON.stringify(process.env)'`),
    ) as Record<string, string>;
    const read = readOrganization(env);
    expect(read).toMatchObject({
      matches: ['https://meet.example.com/*', 'https://portal.example.com/*'],
      firefoxId: 'external-chat@example.com',
      updates: 'https://extensions.example.com/chat/',
    });
    expect(read.key?.id).toMatch(/^[a-p]{32}$/);
  });
});
