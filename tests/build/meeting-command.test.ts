import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BUILT, built } from '../prebuild/built';

/** Runs `npm run meeting` on free ports until it has printed its URLs, then ends it. */
async function runMeeting(...options: string[]): Promise<{ printed: string; title: string }> {
  built(BUILT.meeting);
  const child = spawn('npm', ['run', '--silent', 'meeting', '--', '--port', '0', ...options], {
    detached: true,
  });
  let printed = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  try {
    for await (const data of child.stdout) {
      printed += String(data);
      if (printed.includes('Ctrl-C')) break;
    }
    const [url = ''] = printed.match(/http:\S+\/webapp3\/\S*/) ?? [];
    expect(url, errors).not.toBe('');
    const page = await (await fetch(url)).text();
    return { printed, title: /<title>(.*)<\/title>/.exec(page)?.[1] ?? '' };
  } finally {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  }
}

describe('npm run meeting', () => {
  it('serves a meeting at the URL that it prints', async () => {
    const { printed, title } = await runMeeting();
    expect(printed).toContain('embedded in a host page');
    expect(title).not.toBe('');
  });

  it('serves the older edition with --edition classic', async () => {
    expect((await runMeeting('--edition', 'classic')).title).not.toBe('');
  });
});
