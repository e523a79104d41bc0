import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { brandingOf } from './support/branding';
import { dial, dialled, reloadMeeting, rowsOf, seeRow } from './support/calls';
import { openBesideSeedPlugin } from './support/panel';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('calls through a plugin that knows only the seed document, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    const brandingDir = await brandingOf('tests/browser/doubles/seed-plugin.ts');
    stage = await setStage(candidate, { brandingDir, ringMs: 700, slowMs: 1_500 });
    ({ tab, panel } = await openBesideSeedPlugin(stage));
  });
  afterAll(() => stage?.close());

  const answered = [
    'alice@example.com',
    'slow@example.com',
    'bob@example.com',
    'leave@example.com',
    'carol@example.com',
    'dave@example.com',
    'erin@example.com',
    'frank@example.com',
    'slow@example.org',
  ];

  test('ten take turns: each answer belongs to the call that is open', async () => {
    for (const destination of answered) await dial(panel, destination);
    await dial(panel, 'noanswer@example.com');
    const waiting = (await rowsOf(panel)).filter((text) => text.includes('Waiting for its turn'));
    expect(waiting.length).toBeGreaterThan(2);
    // The name that each joined with is the one that the node gave to the participant of that address, and so
    // is left out; one that was another's would stand there.
    for (const whom of answered) {
      const { text } = await panel.see(
        'listitem',
        anyName,
        (row) => row.text.startsWith(whom) && row.text.includes('Joined'),
        { timeoutMs: 30_000 },
      );
      expect(text.match(/@/g)).toHaveLength(1);
    }
    await seeRow(panel, 'noanswer@example.com', /Calling…/);
    expect(stage.meeting.node.conference('qa.meeting').dials.map(({ destination }) => destination)).toEqual([
      ...answered,
      'noanswer@example.com',
    ]);
  });

  test('one that waits is taken out of the queue, and never dialled', async () => {
    await dial(panel, 'gina@example.com');
    await seeRow(panel, 'gina@example.com', /Waiting for its turn/);
    await panel.click('button', 'Cancel gina@example.com');
    await seeRow(panel, 'gina@example.com', /Cancelled/);
    expect(dialled(stage).map(({ address }) => address)).not.toContain('gina@example.com');
  });

  test('nothing is known of them after a reload of the meeting, and that is what they say', async () => {
    await reloadMeeting(tab);
    const { text } = await seeRow(panel, 'alice@example.com', /Unknown: the meeting was reloaded/);
    expect(text).toContain('The participant list of the meeting shows');
    await seeRow(panel, 'noanswer@example.com', /Unknown: the meeting was reloaded/);
  });

  test('those that overlap by the wish of the user are one of these', async () => {
    await panel.click('switch', 'Dial several at once');
    const overlapping = ['hank@example.com', 'busy@example.com', 'noanswer@example.org', 'ivy@example.com'];
    for (const destination of overlapping) await dial(panel, destination);
    const rows = overlapping.map((whom) =>
      seeRow(panel, whom, /One of \d calls: .*joined.*still open.*does not say which/),
    );
    await Promise.all(rows);
    expect(stage.meeting.node.conference('qa.meeting').dials).toHaveLength(14);
  });
});
