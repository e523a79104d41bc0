import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from './harness/browser';
import { copyOfBuild } from './support/build-copy';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';
import { openView } from './support/views';

describe.each(browsers)('a panel that is still loading, in $name', (candidate) => {
  const build = copyOfBuild(candidate.name);
  let fixture: Fixture;
  beforeAll(async () => {
    const chunks = readdirSync(join(build.folder, 'chunks'));
    const file =
      chunks.find((name) => name.startsWith('after-mount-')) ?? expect.fail('It has another name.');
    build.replace(`chunks/${file}`, /^/, 'await new Promise((go) => { globalThis.goOn = go; });');
    fixture = await createFixture(candidate, { extensionDir: build.folder });
  });
  afterAll(async () => {
    await fixture?.close();
    build.remove();
  });

  test('makes a list of lines that are pasted into Destination', async () => {
    const { panel } = await openBeside(fixture);
    await panel.fill('textbox', 'Destination', 'half-');
    await panel.waitFor('the rest to load', () => 'goOn' in globalThis);
    const runTogether = await panel.evaluate((text) => {
      const field = document.querySelector<HTMLInputElement>('#dial-destination');
      if (!field) throw new Error('There is no Destination.');
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
      // The browser runs the lines together as it does when a person pastes them.
      if (field.dispatchEvent(event)) document.execCommand('insertText', false, text);
      return field.value;
    }, 'ann@example.com\nbob@example.com');
    expect(runTogether).toMatch(/^half-ann@example\.com ?bob@example\.com$/);
    await panel.evaluate(() => Reflect.get(globalThis, 'goOn')());
    const lines = 'ann@example.com\nbob@example.com';
    await panel.see('textbox', 'Destinations', ({ value }) => value === lines);
    await openView(panel, 'Dial out');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'half-');
  });
});
