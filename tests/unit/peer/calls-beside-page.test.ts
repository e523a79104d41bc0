import { describe, expect, it, vi } from 'vitest';
import { inPage, LONG, page } from './late-peer';

inPage();

describe('a call beside a page that dials, too', () => {
  const request = { role: 'GUEST', destination: 'nobody@example.com', protocol: 'sip' };
  const dialing = (mode: 'drive' | 'watch') => {
    const peer = page({ features: [] });
    peer.ready();
    peer.say('connected');
    vi.advanceTimersByTime(LONG);
    if (mode === 'watch') peer.setMode('watch');
    peer.ask({ type: 'dial', call: 'c1', request });
    return peer;
  };

  it('is one of two in Watch, when an answer names no call', () => {
    const { say, meeting } = dialing('watch');
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', of: 2, joined: 1 });
    expect(meeting().calls[0]).not.toHaveProperty('displayName', 'Alice');
    say('dial-out-error', { message: 'no' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', joined: 1, failed: ['no'] });
  });

  it('is one of two beside a page that was seen to answer', () => {
    const { say, meeting } = dialing('drive');
    vi.advanceTimersByTime(LONG);
    say('toggle-chat', { active: false });
    say('dial-out-error', { message: 'no' });
    expect(meeting().calls[0]?.state).toMatchObject({ name: 'one-of', of: 2, failed: ['no'] });
  });

  it('has the answer where nobody else answers', () => {
    const { say, meeting } = dialing('drive');
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(meeting().calls[0]).toMatchObject({ state: { name: 'joined' }, displayName: 'Alice' });
  });

  it('does not keep the next call waiting', () => {
    const { say, ask, heard } = dialing('watch');
    heard();
    ask({ type: 'dial', call: 'c2', request: { ...request, destination: 'next@example.com' } });
    expect(heard()).toEqual([]);
    say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(heard()).toEqual([expect.stringMatching(/^dial-out .*next@example\.com/)]);
    say('dial-out-success', { uuid: 'u2', displayName: 'Bob' });
    ask({ type: 'dial', call: 'c3', request: { ...request, destination: 'third@example.com' } });
    expect(heard()).toEqual([expect.stringMatching(/^dial-out .*third@example\.com/)]);
  });

  it('is named by its id where the plugin repeats ids', () => {
    const peer = page();
    peer.ready();
    peer.say('connected');
    peer.setMode('watch');
    peer.ask({ type: 'dial', call: 'c1', request });
    peer.say('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    expect(peer.meeting().calls[0]?.state.name).toBe('calling');
    peer.say('dial-out-success', { uuid: 'u2', displayName: 'Bob', requestId: 'c1' });
    expect(peer.meeting().calls[0]).toMatchObject({ state: { name: 'joined' }, displayName: 'Bob' });
  });
});
