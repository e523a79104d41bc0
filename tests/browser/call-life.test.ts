import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import {
  answer,
  dial,
  dialAll,
  dialed,
  leave,
  rowsOf,
  seeRow,
  setSettings,
  untilNodeHas,
} from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';

/** Under `current`, Web App 3 drops the node's words. */
const NO_WORDS = /Failed: .*no call was placed, and no reason was given/;
const FAILURES = {
  classic: [
    /Failed: .*busy.*Dial again when the line is free/,
    /Failed: .*no valid host after the @/,
    /Failed: .*busy/,
  ],
  current: [NO_WORDS, NO_WORDS, NO_WORDS],
} as const;

describe.each(browsers)('the life of a call, in $name', (candidate) => {
  let shared: Fixture;
  beforeAll(async () => {
    shared = await createFixture(candidate);
  });
  afterAll(() => shared?.close());

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    let fixture: Fixture;
    let tab: Tab;
    let panel: Surface;

    beforeAll(async () => {
      // They ring until the test has them answer.
      fixture = await shared.another({ ringMs: 3_600_000, slowMs: 3_600_000, behavior: { edition } });
      ({ tab, panel } = await openBeside(fixture));
      // What rings is to say so for as long as a busy machine takes to dial all ten.
      await setSettings(panel, { perMinute: 0, noAnswerSeconds: 600 });
    });
    afterAll(() => tab?.close());

    test('ten at once, of mixed outcome, each have their own end', async () => {
      const [busy, noHost, busyElsewhere] = FAILURES[edition];
      const ends: Record<string, RegExp> = {
        'alice@example.com': /Joined/,
        'bob@example.com': /Joined/,
        'busy@example.com': busy,
        'slow@example.com': /Joined/,
        'leave@example.com': /Left ?\d+:\d\d/,
        'noanswer@example.com': /Ringing/,
        'noanswer@example.org': /Ringing/,
        'dora@host_name.example.com': noHost,
        'busy@example.org': busyElsewhere,
        '4722334455': /Joined/,
      };
      await dialAll(panel, Object.keys(ends));
      const ringing = async () => (await rowsOf(panel)).filter((text) => text.includes('Ringing'));
      await expect.poll(ringing).toHaveLength(7);
      // In another order than they were dialed in.
      const answering = [
        '4722334455',
        ...['leave', 'slow', 'alice', 'bob'].map((name) => `${name}@example.com`),
      ];
      for (const whom of answering) answer(fixture, whom);
      await seeRow(panel, 'leave@example.com', /Joined/);
      leave(fixture, 'leave@example.com');
      await Promise.all(Object.entries(ends).map(([whom, end]) => seeRow(panel, whom, end)));
      // What the rows say is what the node knows.
      const there = dialed(fixture).map(({ address, isConnecting }) => [address, isConnecting]);
      expect(Object.fromEntries(there)).toEqual({
        'alice@example.com': false,
        'bob@example.com': false,
        'slow@example.com': false,
        'noanswer@example.com': true,
        'noanswer@example.org': true,
        '4722334455': false,
      });
    });

    test('a call is hung up while it rings', async () => {
      await dial(panel, 'noanswer@example.net');
      await seeRow(panel, 'noanswer@example.net', /Ringing/);
      await panel.click('button', 'Hang up noanswer@example.net');
      await seeRow(panel, 'noanswer@example.net', /Hung up/);
      await untilNodeHas(fixture, 'noanswer@example.net', false);
    });

    test('a call is hung up after the answer', async () => {
      await dial(panel, 'carol@example.com');
      await seeRow(panel, 'carol@example.com', /Ringing/);
      answer(fixture, 'carol@example.com');
      await seeRow(panel, 'carol@example.com', /Joined/);
      await panel.click('button', 'Hang up carol@example.com');
      await seeRow(panel, 'carol@example.com', /Hung up/);
      await untilNodeHas(fixture, 'carol@example.com', false);
    });

    test('Hang up is reached and pressed by keyboard', async () => {
      await dial(panel, 'noanswer@example.edu');
      await seeRow(panel, 'noanswer@example.edu', /Ringing/);
      await panel.evaluate(() => {
        // The newest call, whose row is the first.
        document.querySelector<HTMLElement>('.call button')?.focus();
      });
      await panel.press('Enter');
      await seeRow(panel, 'noanswer@example.edu', /Hung up/);
    });

    test('nobody is hung up whom this page has not dialed', async () => {
      const guest = fixture.meeting.node.conference('qa.meeting').join({ display_name: 'Grace' });
      const answer = await tab.evaluate(
        (uuid) =>
          new Promise<unknown>((resolve) => {
            window.addEventListener('message', ({ data }) => {
              if (data?.action === 'pexip:plugin:external-chat/hang-up-error') resolve(data);
            });
            const plugin = document.querySelector<HTMLIFrameElement>('#webapp3')?.contentWindow?.[0];
            plugin?.postMessage({ action: 'pexip:plugin:external-chat/hang-up', uuid }, '*');
          }),
        guest.uuid,
      );
      expect(answer).toMatchObject({ uuid: guest.uuid, message: expect.stringContaining('did not place') });
      expect(fixture.meeting.node.conference('qa.meeting').participants).toContainEqual(guest);
    });
  });
});
