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
    expect(filled(alias)).toEqual({ kind: 'url', url });
  });

  it.each(['.', '..'])('does not exist for the alias %j, which would lead to another room', (alias) => {
    const unfit = { kind: 'unfit', place: 'alias', value: alias };
    expect(filled(alias)).toEqual(unfit);
    expect(filled(alias, 'https://chat.example.com/room/{alias}')).toEqual(unfit);
  });

  it('does not exist where the template’s own dot completes it', () => {
    expect(filled('.', 'https://chat.example.com/room/%2E{alias}')).toMatchObject({ kind: 'unfit' });
  });

  it('may have such an alias where it isn’t a path', () => {
    expect(filled('..', 'https://chat.example.com/?room={alias}')).toMatchObject({ kind: 'url' });
    expect(filled('..', 'https://chat.example.com/room-{alias}')).toMatchObject({ kind: 'url' });
  });

  it('names the value that does not fit, which may be the user’s name', () => {
    const template = 'https://chat.example.com/{alias}/{displayName}';
    expect(fillTemplate(template, { ...VALUES, displayName: '..' })).toEqual({
      kind: 'unfit',
      place: 'displayName',
      value: '..',
    });
  });

  it.each([
    ['https://chat.example.com/{alias}', { alias: undefined }],
    ['https://chat.example.com/{alias}', { alias: '' }],
    ['https://chat.example.com/?of={meetingOrigin}', { meetingOrigin: undefined }],
    ['https://chat.example.com/?on={pageOrigin}', { pageOrigin: '' }],
  ])('waits for the value that %s needs and %j lacks', (template, lacking) => {
    const known = { ...VALUES, meetingOrigin: 'https://m', pageOrigin: 'https://p', ...lacking };
    expect(fillTemplate(template, known)).toEqual({ kind: 'waiting' });
    expect(fillTemplate('https://chat.example.com/{displayName}', known)).toMatchObject({ kind: 'url' });
  });
});
