// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { buttons, meetingOf, openPeoplePanel, rows, show, somebody } from './people-panel';

let panel: ReturnType<typeof openPeoplePanel>;
beforeEach(() => {
  panel = openPeoplePanel();
});

describe('a name', () => {
  it.each([
    ['\u202eecilA\u202c', 'Mute ecilA'],
    ['Ann\u2069\u200f!', 'Mute Ann!'],
    ['Ann\r\n\tLee', 'Mute Ann Lee'],
    ['  ', 'Mute No name'],
    ['\u200b\u3164\u2800', 'Mute No name'],
    ['👩‍🚀', 'Mute 👩‍🚀'],
    [`Ann${'\u3164'.repeat(200)}Lee`, 'Mute Ann Lee'],
    [`A${'\u0301'.repeat(200)}nn`, `Mute A${'\u0301'.repeat(4)}nn`],
    ['<b>Bo</b>', 'Mute <b>Bo</b>'],
    ['أحمد', 'Mute أحمد'],
  ])('%j is %j on a button', async (displayName, label) => {
    await show([somebody('Alice', { displayName })]);
    expect(buttons()[0]).toBe(label);
  });

  it('can be that of several', async () => {
    const twins = ['one', 'two'].map((uuid) => somebody('Ann', { uuid }));
    await panel.receive(meetingOf(twins));
    await show(twins);
    expect(rows('People')).toEqual(['Ann', 'Ann']);
  });
});
