import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface } from './harness/browser';
import { answer, dial, dialAll, seeRow, setSettings } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, openBesideSeedPlugin } from './support/panel';

describe.each(browsers)('calls that nobody answers for long, in $name', (candidate) => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterAll(() => fixture?.close());

  /** A busy machine may take seconds to look at what is shown before *No answer yet*. */
  const waitLong = (panel: Surface) => setSettings(panel, { noAnswerSeconds: 600 });

  test('a late answer still makes it Joined', async () => {
    const { tab, panel } = await openBeside(fixture);
    await waitLong(panel);
    await dial(panel, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    await setSettings(panel, { noAnswerSeconds: 5 });
    await seeRow(panel, 'noanswer@example.com', /No answer yet.*They may still answer/);
    answer(fixture, 'noanswer@example.com');
    await seeRow(panel, 'noanswer@example.com', /Joined/);
    await tab.close();
  });

  test('the next in the queue is dialed beside it when the user says so', async () => {
    const brandingDir = doubleOf('tests/browser/doubles/seed-plugin.ts');
    const behavior = { joinedAt: 'answer' } as const;
    const { panel } = await openBesideSeedPlugin(await fixture.another({ brandingDir, behavior }));
    await waitLong(panel);
    await dialAll(panel, ['noanswer@example.com', 'alice@example.com']);
    await seeRow(panel, 'alice@example.com', /Queued/);
    expect(await panel.find('button', 'Dial next now alice@example.com')).toBeUndefined();
    await setSettings(panel, { noAnswerSeconds: 5 });
    await seeRow(panel, 'noanswer@example.com', /No answer yet/);
    await panel.click('button', 'Dial next now alice@example.com');
    // Somebody has answered; the plugin does not say which of the two.
    await seeRow(panel, 'alice@example.com', /One of 2 calls: 1 joined, 1 in progress/);
    await seeRow(panel, 'noanswer@example.com', /One of 2 calls: 1 joined, 1 in progress/);
  });
});
