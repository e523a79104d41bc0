import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrokenAnswer } from '../../meeting/node/fault';
import { launchChromium, type Surface, type Tab } from '../browser/harness/browser';
import { eventually } from '../browser/harness/eventually';
import { dial, dialed, seeRow, setSettings, untilNodeHas } from '../browser/support/calls';
import { createFixture, type Fixture } from '../browser/support/fixture';
import { openBeside, seeStatus } from '../browser/support/panel';

const failed = (status: number, result: string): BrokenAnswer => ({
  status,
  body: JSON.stringify({ status: 'failed', result }),
});

/** What the node does, and what the row of the call then says, within the five seconds of *No answer yet*. */
const ANSWERS: readonly [string, BrokenAnswer, RegExp][] = [
  ['403', failed(403, 'Invalid token'), /Failed: Invalid token/],
  ['404', failed(404, 'Resource not found'), /Failed: Resource not found/],
  ['500', failed(500, 'Internal error'), /Failed: Internal error/],
  ['503', { status: 503, body: 'upstream is down', type: 'text/plain' }, /Failed: upstream is down/],
  ['garbage', { status: 200, body: '{"status":"succ' }, /Failed: /],
  ['nothing', 'silence', /No answer yet/],
];

describe('a node', () => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  beforeAll(async () => {
    fixture = await createFixture(
      { name: 'chromium', launch: launchChromium },
      { behavior: { dialRefusals: 'words' } },
    );
  });
  beforeEach(async () => {
    fixture.meeting.node.faultOf = () => undefined;
    await tab?.close();
    ({ tab, meeting, panel } = await openBeside(fixture));
    await setSettings(panel, { noAnswerSeconds: 5, perMinute: 0 });
  });
  afterAll(() => fixture?.close());

  test.each(ANSWERS)('the node answers a dial-out with %s', async (_, fault, says) => {
    fixture.meeting.node.faultOf = (call) => (call === 'dial' ? fault : undefined);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', says);
    expect((await panel.find('textbox', 'Destination'))?.value).toBe('alice@example.com');
    expect(dialed(fixture)).toEqual([]);
    fixture.meeting.node.faultOf = () => undefined;
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
  });

  test('the event stream is cut, and resumed', async () => {
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    const asked: string[] = [];
    fixture.meeting.node.faultOf = (call) => void asked.push(call);
    fixture.meeting.node.conference('qa.meeting').cutStreams();
    await eventually('Web App 3 to open another stream', async () =>
      asked.includes('events') ? { done: { value: undefined } } : { seen: asked.join(', ') },
    );
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    await seeRow(panel, 'alice@example.com', /Joined/);
  });

  test('the token runs out', async () => {
    await panel.fill('textbox', 'Destination', 'half typed');
    fixture.meeting.node.conference('qa.meeting').expireTokens();
    await seeStatus(panel, 'Plugin ready');
    expect((await panel.find('textbox', 'Destination'))?.value).toBe('half typed');
    await tab.reload();
    await meeting.see('button', 'Open Chat');
    panel = await tab.pressIcon();
    await seeStatus(panel, 'In the meeting');
    await dial(panel, 'carol@example.com');
    await untilNodeHas(fixture, 'carol@example.com', true);
  });
});
