import { afterAll, beforeAll, describe, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';
import { clickSwitch, openView, seeSwitch } from './support/views';

const VERSIONS = [1, 2, 3, 4];

describe.each(browsers)('our peer and the upstream plugin, in $name', (candidate) => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterAll(() => fixture?.close());

  const runs = editionsIn(candidate.name).flatMap((edition) =>
    VERSIONS.map((version) => ({ edition, version })),
  );
  describe.each(runs)('version $version under the edition $edition', ({ edition, version }) => {
    let tab: Tab;
    let meeting: Surface;
    let panel: Surface;

    beforeAll(async () => {
      const brandingDir = doubleOf(`upstream-plugin-${version}`);
      const served = await fixture.another({ brandingDir, behavior: { edition } });
      ({ tab, meeting, panel } = await openBeside(served, { says: 'Waiting for the plugin' }));
    });
    afterAll(() => tab?.close());

    test('is heard by one press of Chat, and moves its button and its badge', async () => {
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('img', 'Unread');
    });

    test('dials', async () => {
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
    });
  });
});
