import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Surface, Tab } from './harness/browser';
import { dial, seeRow, setSettings } from './support/calls';
import { candidatesBy } from './support/candidates';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { openOptions } from './support/options';
import { openBeside, openPanel } from './support/panel';
import { type Managed, managedBuild, whyNoPolicy } from './support/policy';
import { openView } from './support/views';

const POLICY = {
  allow: ['*@example.com', '+47*', '+46*'],
  presets: [{ name: 'Reception', destination: 'reception@example.com', protocol: 'sip' }],
  settings: { region: 'NO', confirmPremium: true, confirmForeign: true },
};

const candidates = candidatesBy(whyNoPolicy);

describe.each(candidates)('before a call is placed, in $title', ({ reason, ...candidate }) => {
  let managed: Managed;
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    if (reason) return;
    managed = managedBuild(candidate.name, POLICY);
    const { extensionDir, env } = managed;
    fixture = await createFixture(candidate, { extensionDir, env });
    ({ tab, meeting, panel } = await openBeside(fixture));
    // Where the meeting's Chat button opens the dock, the panel stays with the form.
    await panel.see('button', 'Reception');
  });
  afterAll(async () => {
    await fixture?.close();
    managed?.forget();
  });

  const dials = () =>
    fixture.meeting.node.conference('qa.meeting').dials.map(({ destination }) => destination);

  describe.skipIf(reason)('the guard', () => {
    test('holds the limit in all panels together, and while there is none', async () => {
      const refused = (where: Surface) =>
        where.see('button', 'Dial', ({ description }) => description.includes('Call limit reached'));
      await setSettings(panel, { perMinute: 1 });
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
      await dial(panel, 'bob@example.com');
      await refused(panel);
      await tab.closePanel();
      await meeting.click('button', 'Open Chat');
      const dock = await tab.frame(DOCK);
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
      await openView(dock, 'Dial out');
      await dial(dock, 'carol@example.com');
      await refused(dock);
      expect(dials()).toEqual(['alice@example.com']);
      await setSettings(dock, { perMinute: 0 });
      await dock.click('button', 'Dial');
      await seeRow(dock, 'carol@example.com', /Joined/);
      await meeting.click('button', 'Close Chat');
      panel = await openPanel(tab);
    });

    test('lets nothing through that is not on the list of the administrator', async () => {
      await dial(panel, 'alice@elsewhere.example');
      await panel.see('textbox', 'Destination', ({ invalid, description }) =>
        Boolean(invalid && description.includes('Your administrator doesn’t allow')),
      );
      expect(dials()).not.toContain('alice@elsewhere.example');
    });

    test.each([
      {
        kind: 'premium-rate',
        typed: '82 01 23 45',
        destination: '+4782012345',
        says: 'a premium-rate number',
      },
      {
        kind: 'foreign',
        typed: '+46 8 123 456 78',
        destination: '+46812345678',
        says: 'an international number',
      },
    ])('asks before a $kind number, and no means no', async ({ typed, destination, says }) => {
      await dial(panel, typed);
      const ask = () => panel.see('dialog', 'Dial this number?', ({ text }) => text.includes(says));
      expect((await ask()).text).toContain(destination);
      await panel.press('Escape');
      await panel.gone('dialog', 'Dial this number?');
      expect(dials()).not.toContain(destination);
      await panel.click('button', 'Dial');
      await ask();
      // The dialog has the focus, on its button.
      await panel.press('Enter');
      await seeRow(panel, destination, /Joined/);
      expect(dials().filter((each) => each === destination)).toHaveLength(1);
    });
  });

  describe.skipIf(reason)('what the administrator has set', () => {
    test('is a preset that is dialed like any other, and that nobody can change', async () => {
      // The question has given the focus back to Destination, which takes digits.
      await panel.press('Escape');
      await panel.press('1');
      await seeRow(panel, 'reception@example.com', /Joined/);
      await panel.click('button', 'Manage');
      await panel.see('list', 'Presets', ({ text }) => /Reception.*Set by your administrator/.test(text));
      for (const change of ['Edit', 'Delete', 'Up', 'Down']) {
        expect(await panel.find('button', change)).toBeUndefined();
      }
    });

    test('is in the options, where it can’t be changed', async () => {
      const options = await openOptions(fixture, panel);
      await options.see(
        'combobox',
        'Default country',
        ({ value, disabled, description }) =>
          value === 'NO' && disabled && description.includes('Set by your administrator.'),
      );
      await options.see('checkbox', 'Keep call history', ({ disabled }) => !disabled);
      await options.waitFor('the list', () =>
        document.body.textContent?.includes(
          'Only these destinations can be dialed: *@example.com, +47*, +46*',
        ),
      );
      await options.close();
    });
  });
});
