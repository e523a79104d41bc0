import { describe, expect, it, vi } from 'vitest';
import { inPage, LONG, page } from './late-peer';

inPage();

const OFF = ['toggle-chat-button-state {"active":false}', 'toggle-chat-badge {"visible":false}'];

describe('a peer that comes late', () => {
  it('leaves a button alone that the page has set, and takes over its state', () => {
    const { ready, report, heard, meeting } = page();
    ready();
    // The page answers the same ready.
    report(true);
    report(true, true);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ contested: true, chat: true, badge: true });
  });

  it('states the button itself once nobody else has', () => {
    const { ready, heard, meeting, report } = page();
    ready();
    expect(heard()).toEqual([]);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual(OFF);
    report(false);
    report(false);
    expect(meeting().contested).toBe(false);
  });

  it('listens also where the plugin answers two greetings', () => {
    const { ready, report, heard, meeting } = page();
    ready();
    ready();
    report(true);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ contested: true, chat: true });
    const alone = page();
    alone.ready();
    alone.ready();
    vi.advanceTimersByTime(LONG);
    expect(alone.heard()).toEqual(OFF);
  });

  it('listens to the plugin of the next load if the first one goes before that is over', () => {
    const { ready, heard, load } = page();
    ready();
    load();
    ready();
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual(OFF);
  });

  it('states the button at once to a plugin that loads later', () => {
    const { ready, heard, load } = page();
    ready();
    vi.advanceTimersByTime(LONG);
    heard();
    load();
    ready();
    expect(heard()).toEqual(OFF);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
  });

  it('states nothing to a plugin that is gone by then, or when it only watches by then', () => {
    const gone = page();
    gone.ready();
    gone.load();
    const watching = page();
    watching.ready();
    watching.setMode('watch');
    vi.advanceTimersByTime(LONG);
    expect([gone.heard(), watching.heard()]).toEqual([[], []]);
  });

  it('leaves a page that answers to state the button of its next plugin', () => {
    const { ready, report, heard, load } = page();
    ready();
    report(true);
    vi.advanceTimersByTime(LONG);
    load();
    ready();
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
  });
});

describe('a page that greets the plugin by itself, at any time', () => {
  const greeted = () => {
    const peer = page();
    peer.ready();
    peer.say('connected');
    vi.advanceTimersByTime(LONG);
    peer.report(false);
    peer.report(false);
    peer.ask({
      type: 'dial',
      call: 'c1',
      request: { role: 'GUEST', destination: 'a@example.com', protocol: 'sip' },
    });
    peer.heard();
    return peer;
  };

  it('loads no meeting anew: its calls go on, and its button is the page’s to set', () => {
    const { again, report, heard, meeting } = greeted();
    const { load } = meeting();
    again();
    expect(meeting()).toMatchObject({ load, calls: [{ state: { name: 'calling' } }] });
    report(true);
    vi.advanceTimersByTime(LONG);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ contested: true });
  });

  it('may do so in the other namespace', () => {
    const { again, meeting, ask, heard } = greeted();
    const { load, id } = meeting();
    again('rocketchat:videoconf/');
    expect(meeting()).toMatchObject({ id, load, calls: [{ state: { name: 'calling' } }] });
    heard();
    ask({ type: 'set-chat', active: true });
    expect(heard()).toEqual(['chat-state {"active":true}']);
  });
});

describe('going to Watch', () => {
  it('has the plugin say ready, which the page answers with its state', () => {
    const { ready, heard, greetings, setMode, report, meeting } = page();
    ready();
    vi.advanceTimersByTime(LONG);
    heard();
    const before = greetings();
    setMode('watch');
    expect(greetings()).toBe(before + 1);
    ready();
    report(true, true);
    expect(heard()).toEqual([]);
    expect(meeting()).toMatchObject({ chat: true, badge: true, load: meeting().load });
  });

  it('leaves calls as they are', () => {
    const { ready, say, ask, setMode, meeting } = page();
    ready();
    say('connected');
    ask({
      type: 'dial',
      call: 'c1',
      request: { role: 'GUEST', destination: 'a@example.com', protocol: 'sip' },
    });
    const { load } = meeting();
    setMode('watch');
    ready();
    expect(meeting()).toMatchObject({ load, calls: [{ state: { name: 'calling' } }] });
  });
});

describe('beside a plugin that does not report its button', () => {
  const seed = () => {
    const peer = page({ features: [] });
    peer.ready();
    peer.say('connected');
    vi.advanceTimersByTime(LONG);
    return peer;
  };

  it('finds the page’s own doing by a press that asks for the state that the button should have', () => {
    const { say, meeting, heard } = seed();
    heard();
    say('toggle-chat', { active: true });
    vi.advanceTimersByTime(LONG);
    say('toggle-chat', { active: false });
    vi.advanceTimersByTime(LONG);
    expect(meeting().contested).toBe(false);
    // The page has turned it on meanwhile.
    say('toggle-chat', { active: false });
    expect(meeting()).toMatchObject({ contested: true, chat: false });
  });

  it('takes two quick presses for what they are', () => {
    const { say, meeting } = seed();
    say('toggle-chat', { active: true });
    say('toggle-chat', { active: true });
    expect(meeting().contested).toBe(false);
  });
});

it('two ready in one task are nobody else’s doing', () => {
  const { ready, heard, report, load, meeting } = page();
  ready();
  vi.advanceTimersByTime(LONG);
  report(false);
  report(false);
  heard();
  load();
  ready();
  ready();
  const told = heard().length;
  for (let times = 0; times < told; times++) report(false);
  expect(told).toBeGreaterThan(0);
  expect(meeting().contested).toBe(false);
});

it.each(['set-chat', 'participants'])(
  'notices the page at its first deed, with a plugin of %s',
  (feature) => {
    const { ready, heard, report, meeting } = page({ features: ['button-state', feature] });
    ready();
    vi.advanceTimersByTime(LONG);
    // Its answers to what the peer has stated: only chat and badge have a report.
    for (const told of heard()) if (!told.startsWith('participants')) report(false);
    expect(meeting().contested).toBe(false);
    report(false, true);
    expect(meeting().contested).toBe(true);
  },
);
