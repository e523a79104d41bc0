import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../settings/chat/template';

const TEMPLATE = 'https://chat.example.com/room/{alias}/thread';
const VALUES = { alias: 'qa', meetingOrigin: '', pageOrigin: '', displayName: '' };
const filled = (alias: string, template = TEMPLATE) => fillTemplate(template, { ...VALUES, alias });

describe('attack: an alias leads the chat to another room', () => {
  it.each([
    ['qa', 'https://chat.example.com/room/qa/thread'],
    ['a/b', 'https://chat.example.com/room/a%2Fb/thread'],
    ['...', 'https://chat.example.com/room/.../thread'],
    ['\uD800', 'https://chat.example.com/room/%EF%BF%BD/thread'],
    ['?#', 'https://chat.example.com/room/%3F%23/thread'],
  ])('keeps the alias %j in its place', (alias, url) => {
    expect(filled(alias)).toBe(url);
  });

  it.each(['.', '..'])('does not exist for the alias %j, which would lead to another room', (alias) => {
    expect(filled(alias)).toBeUndefined();
    expect(filled(alias, 'https://chat.example.com/room/{alias}')).toBeUndefined();
  });

  it('does not exist where the template’s own dot completes it', () => {
    expect(filled('.', 'https://chat.example.com/room/%2E{alias}')).toBeUndefined();
  });

  it('may have such an alias where it is no path', () => {
    expect(filled('..', 'https://chat.example.com/?room={alias}')).toBe('https://chat.example.com/?room=..');
    expect(filled('..', 'https://chat.example.com/room-{alias}')).toBe('https://chat.example.com/room-..');
  });
});
