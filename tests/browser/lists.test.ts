import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface } from './harness/browser';
import { dialled, setSettings } from './support/calls';
import { type Stage, setStage } from './support/fixture';
import { openBeside } from './support/panel';
import { openView } from './support/views';

const enterLines = (panel: Surface, lines: string) =>
  panel.evaluate((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#list-lines');
    if (!field) throw new Error('There is no field for lines.');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, lines);

const seeSaid = (panel: Surface, says: string) => panel.see('status', anyName, ({ text }) => text === says);

describe.each(browsers)('lists, in $name', (candidate) => {
  let stage: Stage;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    ({ panel } = await openBeside(stage));
    await setSettings(panel, { perMinute: 0 });
    await openView(panel, 'Many');
    await panel.see('textbox', 'Destinations');
  });
  afterAll(() => stage?.close());

  test('dial the failed ones again, by keyboard', async () => {
    await enterLines(panel, 'in-1@example.com\nbusy@a.example.com\nbusy@b.example.com');
    await panel.click('button', 'Dial all');
    await seeSaid(panel, '1 of 3 joined.');
    await panel.see('button', 'Dial the failed ones again');
    await panel.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => /failed ones/.test(textContent))
        ?.focus(),
    );
    await panel.press('Enter');
    await seeSaid(panel, '0 of 2 joined.');
    await panel.see('table', 'Results', ({ text }) => !text.includes('in-1'));
    expect(dialled(stage).filter(({ address }) => address === 'in-1@example.com')).toHaveLength(1);
    expect(await panel.evaluate(() => document.activeElement?.closest('.lists') !== null)).toBe(true);
  });
});
