import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTranslation } from '../../locales/build/sources';
import { anyName, browsers } from './harness/browser';
import { BUILDS, createFixture } from './support/fixture';
import { openBeside } from './support/panel';

const folder = mkdtempSync(join(tmpdir(), 'languages-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The built extension with a language as that of the United States, which every Chromium is in. */
function buildFor(language: string): string {
  const build = join(folder, language);
  cpSync(BUILDS.chromium, build, { recursive: true });
  cpSync(join(build, '_locales', language), join(build, '_locales/en_US'), { recursive: true });
  return build;
}

describe.each(browsers)('in $name', (candidate) => {
  test.each([
    { language: 'de', dir: 'ltr' },
    { language: 'ar', dir: 'rtl' },
  ] as const)('the panel speaks $language where the browser does, and dials', async ({ language, dir }) => {
    const texts = readTranslation(language);
    const word = (key: string) => texts[key] ?? key;
    // Debian's Chromium has no other language in it; Firefox can be told to be in one.
    const isChromium = candidate.name === 'chromium';
    const fixture = await createFixture(
      candidate,
      isChromium ? { extensionDir: buildFor(language) } : { language },
    );
    try {
      const { panel } = await openBeside(fixture, { says: word('panel_status_in_meeting') });
      await panel.fill('textbox', word('panel_fields_destination'), 'alice@example.com');
      await panel.click('button', word('panel_dial'));
      await panel.see('listitem', anyName, ({ text }) => text.includes(word('panel_joined')));
      const { lang, dir: direction } = await panel.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir };
      });
      expect({ lang, direction }).toEqual({ lang: language, direction: dir });
      expect(fixture.meeting.node.conference('qa.meeting').dials.at(-1)?.destination).toBe(
        'alice@example.com',
      );
    } finally {
      await fixture.close();
    }
  });
});
