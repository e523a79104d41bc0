// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  aCall,
  all,
  aMeeting,
  byId,
  eventually,
  IN_M1,
  pass,
  press,
  rendered,
  START,
  the,
  type,
} from '../fixture';
import { IN_MEETING, meetingOf, open, openPeoplePanel, rows, show, somebody } from './people-panel';

describe('the people', () => {
  let panel: ReturnType<typeof openPeoplePanel>;
  beforeEach(() => {
    panel = openPeoplePanel();
  });

  it('are asked for while the tab is on screen, and only then', async () => {
    await panel.receive(meetingOf([]));
    const follows = () => panel.sent.filter((request) => request.type === 'follow-people');
    expect(follows()).toEqual([]);
    await open();
    expect(follows()).toEqual([{ type: 'follow-people', ...IN_M1, on: true, shown: true }]);
    await press('tab', 'Dial out');
    expect(follows().at(-1)).toEqual({ type: 'follow-people', ...IN_M1, on: false, shown: false });
    byId('tab-people').click();
    await rendered();
    expect(follows().at(-1)).toEqual({ type: 'follow-people', ...IN_M1, on: true, shown: true });
    await panel.receive(meetingOf([]));
    expect(follows()).toHaveLength(3);
  });

  it('are asked for only once the plugin can be sent something, and again in another load', async () => {
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
    await open();
    const follows = () => panel.sent.filter((request) => request.type === 'follow-people');
    expect(follows()).toEqual([]);
    await panel.receive(meetingOf([]));
    expect(follows()).toHaveLength(1);
    await panel.receive(meetingOf([], { load: 1 }));
    expect(follows().at(-1)).toMatchObject({ load: 1, on: true });
  });

  it('stand in two lists, with what they are and what is so', async () => {
    await show([
      somebody('Me', { isHost: true }),
      somebody('Lobby', { isWaiting: true }),
      somebody('Ines', { raisedHand: true, raisedAt: START, isMuted: true, isCameraMuted: true }),
      somebody('Bo', { isPresenting: true, isSpotlight: true, isRinging: true }),
    ]);
    expect(rows('Waiting')).toEqual(['Lobby']);
    expect(rows('People')).toEqual(['Ines', 'Me', 'Bo']);
    expect(byId('person-ines').textContent).toMatch(/Guest.*Hand raised.*Muted.*Camera off/);
    expect(byId('person-me').textContent).toMatch(/You.*Host/);
    expect(byId('person-bo').textContent).toMatch(/Ringing.*Presenting.*Spotlight/);
  });

  it('change as the peer reports', async () => {
    await show([somebody('Alice'), somebody('Bob')]);
    const set = [somebody('Bob', { isMuted: true }), somebody('Carol', { joinedAt: START + 1 })];
    await panel.receivePeople({ meeting: 'm1', isWhole: false, set, gone: ['alice'] });
    expect(rows('People')).toEqual(['Carol', 'Bob']);
    expect(byId('person-bob').textContent).toContain('Muted');
    await panel.receivePeople({ meeting: 'm2', isWhole: true, set: [], gone: [] });
    expect(rows('People')).toHaveLength(2);
    await panel.receivePeople({ meeting: 'm1', isWhole: true, set: [somebody('Dan')], gone: [] });
    expect(rows('People')).toEqual(['Dan']);
  });

  it('can be searched from ten on', async () => {
    const nine = Array.from({ length: 9 }, (_, index) => somebody(`Person ${index}`));
    await show(nine);
    expect(all('textbox', 'Search people')).toEqual([]);
    const set = [...nine, somebody('José')];
    await panel.receivePeople({ meeting: 'm1', isWhole: true, set, gone: [] });
    await type('Search people', 'jose');
    expect(rows('People')).toEqual(['José']);
    await type('Search people', 'nobody');
    expect(the('region', 'People').textContent).toContain('No matching people.');
  });

  it('are drawn only as far as they are on screen, each with its position in the whole list', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => somebody(`Person ${index}`));
    await show(many);
    const shown = all('listitem', undefined, the('list', 'People'));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length).toBeLessThan(60);
    expect(shown[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(shown[1]?.getAttribute('aria-setsize')).toBe('1000');
  });

  describe('who were dialed from here', () => {
    const call = aCall('alice@example.com', {
      uuid: 'alice',
      state: { name: 'joined', at: START },
      joinedAt: START,
    });
    const alice = somebody('Alice');

    it('show since when, and lead to the call', async () => {
      await show([alice, somebody('Bob')], { calls: [call] });
      await pass(64);
      expect(byId('person-alice').textContent).toContain('Dialed 1:04');
      expect(byId('person-bob').textContent).not.toContain('Dialed');
      await press('button', 'Dialed 1:04 Show the call to Alice');
      expect(the('tab', 'Dial out').getAttribute('aria-selected')).toBe('true');
      expect(document.activeElement?.id).toBe(`call-${call.id}`);
    });

    it('are found from their call', async () => {
      await show([somebody('Bob'), alice], { calls: [call] });
      await press('tab', 'Dial out');
      await press('button', 'Show alice@example.com in People');
      await eventually(() => expect(document.activeElement?.id).toBe('person-alice'));
      expect(byId('view-people').hidden).toBe(false);
    });
  });

  it('say why there are none', async () => {
    await open();
    const says = () => the('region', 'People').textContent;
    expect(says()).toBe('There’s no meeting on this page.');
    await panel.receive(aMeeting());
    expect(says()).toContain('doesn’t report people');
    await panel.receive(aMeeting({ plugin: { ...IN_MEETING, inMeeting: false } }));
    expect(says()).toBe('People appear here when you join the meeting.');
  });

  it('come to the front when the meeting’s Participants button opens them', async () => {
    await panel.receive(meetingOf([]));
    await panel.receive(meetingOf([], { participants: true }));
    expect(byId('view-people').hidden).toBe(false);
  });
});
