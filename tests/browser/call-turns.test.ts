import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { answer, dial, dialAll, dialed, reloadMeeting, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBesideSeedPlugin, seeStatus } from './support/panel';

/** In Pexip's own words: the node has given none. */
const REFUSED = /Failed: Could not dial out to specified uri/;

describe.each(browsers)('calls through a plugin that knows only the seed document, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    const brandingDir = doubleOf('tests/browser/doubles/seed-plugin.ts');
    // Elsewhere Pexip's own dialOut resolves while the call rings, and no call is open for long.
    const behavior = { edition: 'classic', joinedAt: 'answer' } as const;
    fixture = await createFixture(candidate, { brandingDir, ringMs: 700, slowMs: 1_500, behavior });
    ({ tab, panel } = await openBesideSeedPlugin(fixture));
  });
  afterAll(() => fixture?.close());

  const dials = () =>
    fixture.meeting.node.conference('qa.meeting').dials.map(({ destination }) => destination);

  test('ten of mixed outcome take turns: each answer belongs to the call that is open', async () => {
    const ends: Record<string, RegExp> = {
      'noanswer@example.com': /Joined/,
      'alice@example.com': /Joined/,
      'slow@example.com': /Joined/,
      'noroute@example.com': REFUSED,
      'bob@example.com': /Joined/,
      'leave@example.com': /Joined/,
      'noroute@example.org': REFUSED,
      'carol@example.com': /Joined/,
      'noroute@example.net': REFUSED,
      'noanswer@example.org': /Calling…/,
    };
    await dialAll(panel, Object.keys(ends));
    for (const whom of Object.keys(ends).slice(1)) await seeRow(panel, whom, /Queued/);
    await expect.poll(dials).toEqual(['noanswer@example.com']);
    answer(fixture, 'noanswer@example.com');
    // The name that each joined with is the one that the node gave to the participant of that address, and so
    // is left out; one that was another's would stand there.
    for (const [whom, end] of Object.entries(ends)) {
      const { text } = await panel.see(
        'listitem',
        anyName,
        (row) => row.text.startsWith(whom) && end.test(row.text),
      );
      expect(text.match(/@/g)).toHaveLength(1);
    }
    // The last one is being called before the node has heard of it.
    await expect.poll(dials).toEqual(Object.keys(ends));
  });

  test('one that waits is taken out of the queue, and never dialed', async () => {
    await dial(panel, 'gina@example.com');
    await seeRow(panel, 'gina@example.com', /Queued/);
    await panel.click('button', 'Cancel gina@example.com');
    await seeRow(panel, 'gina@example.com', /Canceled/);
    expect(dialed(fixture).map(({ address }) => address)).not.toContain('gina@example.com');
  });

  test('nothing is known of them after a reload of the meeting, and that is what they say', async () => {
    await reloadMeeting(tab);
    // Until the plugin is there, it may be one that can report on them.
    const unsure = /Unknown: the meeting was reloaded.*Check the meeting’s participant list/s;
    await seeRow(panel, 'alice@example.com', unsure);
    await seeRow(panel, 'noanswer@example.org', /Unknown: the meeting was reloaded/);
    // That they are unknown is said as soon as the plugin of before is gone.
    await seeStatus(panel, 'Plugin ready');
  });

  test('ten that overlap as the user wishes are one of these, each with all that was heard', async () => {
    await panel.click('switch', 'Allow several calls at once');
    await panel.see('switch', 'Allow several calls at once', ({ checked }) => checked === true);
    const before = dials().length;
    const overlapping = [
      // Rings while all the others are answered.
      'noanswer@video.example.com',
      'hank@video.example.com',
      'noroute@video.example.com',
      'ivy@video.example.com',
      // At a refusal in words, Pexip's own dialOut waits for ever and tells the plugin nothing.
      'busy@video.example.com',
      'judy@video.example.com',
      'noroute@video.example.org',
      'leave@video.example.com',
      'noroute@video.example.net',
      'slow@video.example.com',
    ];
    await dialAll(panel, overlapping);
    for (const whom of overlapping) {
      await seeRow(
        panel,
        whom,
        /One of 10 calls: 5 joined, 3 failed \(Could not dial out to specified uri\), 2 in progress.*doesn’t report which/,
      );
    }
    expect(dials().slice(before)).toEqual(overlapping);
  });
});
