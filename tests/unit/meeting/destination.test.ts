import { describe, expect, it } from 'vitest';
import { readDestination } from '../../../meeting/node/destination';

describe('a destination', () => {
  it.each([
    ['alice@example.com', 'sip', 'answers', 'sip:alice@example.com'],
    ['sip:alice@example.com', 'sip', 'answers', 'sip:alice@example.com'],
    ['alice@10.0.0.1:5061', 'auto', 'answers', 'sip:alice@10.0.0.1:5061'],
    ['alice@[2001:db8::1]', 'sip', 'answers', 'sip:alice@[2001:db8::1]'],
    ['meet.alice', 'auto', 'answers', 'sip:meet.alice'],
    ['+4712345678', 'sip', 'answers', 'sip:+4712345678'],
    ['room@h323.example.com', 'h323', 'answers', 'h323:room@h323.example.com'],
    ['rtmp://live.example.com/app/key', 'rtmp', 'answers', 'rtmp://live.example.com/app/key'],
    ['noanswer@example.com', 'sip', 'noanswer', 'sip:noanswer@example.com'],
    ['SLOW@example.com', 'sip', 'slow', 'sip:SLOW@example.com'],
    ['leave@example.com', 'sip', 'leave', 'sip:leave@example.com'],
    ['busybody@example.com', 'sip', 'answers', 'sip:busybody@example.com'],
  ])('%s over %s: %s', (destination, protocol, kind, uri) => {
    expect(readDestination(destination, protocol)).toMatchObject({ kind, uri });
  });

  it('is refused without words where the box has no route to it', () => {
    expect(readDestination('noroute@example.com', 'sip')).toEqual({ kind: 'no-route' });
  });

  it.each([
    ['busy@example.com', 'sip', 'Call to busy@example.com was refused: busy'],
    ['', 'sip', 'Call to an empty destination was refused: destination is empty'],
    ['   ', 'sip', 'Call to an empty destination was refused: destination is empty'],
    ['alice smith@example.com', 'sip', 'a space'],
    ['@example.com', 'sip', 'nobody is named'],
    ['sip:', 'sip', 'not an address'],
    ['alice@', 'sip', 'no valid host'],
    ['alice@-example', 'sip', 'no valid host'],
    ['a@b@c', 'sip', 'more than one @'],
    ['https://example.com/x', 'sip', 'not an address'],
    ['alice@example.com', 'rtmp', 'a URL such as rtmp://'],
    ['rtmp://', 'rtmp', 'a URL such as rtmp://'],
  ])('%j over %s is refused in words', (destination, protocol, words) => {
    const read = readDestination(destination, protocol);
    expect(read).toMatchObject({ kind: 'refused', reason: expect.stringContaining(words) });
  });
});
