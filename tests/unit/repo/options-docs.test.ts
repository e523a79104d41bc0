import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../../settings/transfer/settings-file';
import { PRIVACY_STRINGS } from '../../../strings/privacy';

describe('docs/explanation/privacy.md', () => {
  it('says what is kept where, for how long, as the options say it', () => {
    const rows = readFileSync('docs/explanation/privacy.md', 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 5)
      .map((cells) => cells.slice(1, 4));
    const [, , ...kept] = rows;
    expect(kept).toEqual(
      Object.values(PRIVACY_STRINGS.kept).map(({ what, where, until }) => [what, where, until]),
    );
  });
});

describe('docs/use/options.md', () => {
  it('has a file of settings that can be imported', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/use/options.md', 'utf8')) ?? [];
    const read = readSettingsFile(json);
    expect(read).toMatchObject({ ok: true });
    expect(Object.keys(read.ok ? read.value : {})).toEqual(['sites', 'watched-sites', 'chat', 'presets']);
  });
});
