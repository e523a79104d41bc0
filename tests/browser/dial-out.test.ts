import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPLETE_REQUEST } from '../fixtures/complete-request';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { dial } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openBeside, openPanel, seeStatus } from './support/panel';

// Each has a browser of its own: the panel keeps what was typed.
describe.each(browsers)('the first dial-out, in $name', (candidate) => {
  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    let fixture: Fixture;
    let tab: Tab;
    let panel: Surface;
    let meeting: Surface;

    beforeAll(async () => {
      fixture = await createFixture(candidate, { behavior: { edition } });
      ({ tab, meeting, panel } = await openBeside(fixture));
    });
    afterAll(() => fixture?.close());

    const call = (text: RegExp) => panel.see('listitem', anyName, (item) => text.test(item.text));

    test('the panel finds the plugin and the meeting', async () => {
      expect((await panel.see('banner', anyName)).text).toContain('qa.meeting');
    });

    test('the plugin runs in an opaque origin', async () => {
      const plugin = await tab.frame('#webapp3', '#external-chat');
      expect(await plugin.evaluate(() => window.origin)).toBe('null');
    });

    test('a destination typed in the panel joins the meeting', async () => {
      await panel.fill('textbox', 'Destination', 'alice@example.com');
      await panel.select('combobox', 'Protocol', 'sip');
      await panel.select('combobox', 'Role', 'HOST');
      await panel.click('button', 'Dial');
      await call(/alice@example\.com.*Joined/);
      await meeting.see('listitem', anyName, ({ text }) => /alice.*joined/i.test(text));
      expect(fixture.meeting.node.conference('qa.meeting').dials.at(-1)).toEqual({
        role: 'HOST',
        destination: 'alice@example.com',
        protocol: 'sip',
      });
    });

    test('all twelve fields reach the node', async () => {
      await panel.click('button', 'More options');
      await panel.fill('textbox', 'Destination', 'rtmp://example.com/live/key');
      await panel.select('combobox', 'Protocol', 'rtmp');
      await panel.select('combobox', 'Call type', 'video-only');
      await panel.fill('textbox', 'Presentation URL', 'rtmp://example.com/live/slides');
      await panel.select('combobox', 'Streaming', 'yes');
      await panel.fill('textbox', 'DTMF sequence', '123#');
      await panel.fill('textbox', 'Source', 'qa@example.com');
      await panel.fill('textbox', 'Source display name', 'QA');
      await panel.fill('textbox', 'Display name', 'Recorder');
      await panel.fill('textbox', 'Overlay text', 'REC');
      await panel.select('combobox', 'Keep conference alive', 'keep_conference_alive_never');
      await panel.click('button', 'Dial');
      await call(/Recorder.*Joined|rtmp.*Joined/);
      expect(fixture.meeting.node.conference('qa.meeting').dials.at(-1)).toEqual(COMPLETE_REQUEST);
    });

    test('what was typed survives a reload of the page, which takes the peer along', async () => {
      await tab.reload();
      // Chromium brings the peer back by itself; Firefox has to ask.
      if (candidate.name === 'firefox') await seeStatus(panel, 'This page was reloaded');
      await meeting.see('button', 'Open Chat');
      panel = await openPanel(tab);
      await panel.see('textbox', 'Overlay text', ({ value }) => value === 'REC');
    });

    test('a refused call says why as far as Web App 3 tells, and what was typed stays', async () => {
      await panel.fill('textbox', 'Presentation URL', '');
      await panel.fill('textbox', 'Destination', 'busy@example.com');
      await panel.select('combobox', 'Protocol', 'auto');
      await panel.click('button', 'Dial');
      const { text } = await call(/busy@example\.com.*Failed/);
      expect(text).toMatch(edition === 'classic' ? /was refused: busy/ : /no reason was given/);
      await panel.see('textbox', 'Destination', ({ value }) => value === 'busy@example.com');
    });

    test('a destination that never answers goes on ringing', async () => {
      await dial(panel, 'noanswer@example.com');
      await call(/noanswer@example\.com.*Ringing/);
      await meeting.see('listitem', anyName, ({ text }) => /Recorder.*connecting/i.test(text));
    });

    test('bad input is refused at its field and nothing is sent', async () => {
      const before = fixture.meeting.node.conference('qa.meeting').dials.length;
      await dial(panel, '   ');
      await panel.see('textbox', 'Destination', ({ invalid }) => invalid === true);
      expect(fixture.meeting.node.conference('qa.meeting').dials.length).toBe(before);
    });
  });
});
