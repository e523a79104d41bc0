import { describe, expect, it } from 'vitest';
import { entriesSince } from '../../../peer/panel-server/chat-history';
import { onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage, withEntry, withUnread } from '../../../peer/reducer';
import type { ChatEntry, Meeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';
import { hear, ours } from './replay';

const said = (id: string, own = false) =>
  ({ name: 'message', id, at: 1, text: id, own }) satisfies PluginMessage;

describe('what somebody writes', () => {
  it('lights the badge, with a count', () => {
    const first = onPluginMessage(ours, said('a'), 1);
    expect(first.messages).toEqual([{ name: 'toggle-chat-badge', visible: true, count: 1 }]);
    const second = onPluginMessage(first.meeting, said('b'), 1);
    expect(second.messages).toEqual([{ name: 'toggle-chat-badge', visible: true, count: 2 }]);
    expect(second.meeting).toMatchObject({ messageCount: 2, unread: 2, badge: true });
  });

  it('does not, where it is seen at once or was written here', () => {
    for (const [meeting, message] of [
      [{ ...ours, chatVisible: true }, said('a')],
      [ours, said('a', true)],
      [ours, { name: 'message-error', message: 'no' }],
    ] as [Meeting, PluginMessage][]) {
      const { meeting: after, messages } = onPluginMessage(meeting, message, 1);
      expect(messages).toEqual([]);
      expect(after).toMatchObject({ messageCount: 1, unread: 0, badge: false });
    }
  });

  it('puts the badge out when it is looked at, and leaves one alone that the user has lit', () => {
    const unread = hear(ours, said('a'));
    const { meeting, messages } = withUnread(unread, { chatVisible: true, unread: 0 });
    expect(messages).toEqual([{ name: 'toggle-chat-badge', visible: false }]);
    expect(meeting.badge).toBe(false);
    const lit = onPanelRequest(
      ours,
      { type: 'set-badge', page: 0, load: 0, meeting: 'm1', visible: true },
      1,
    ).meeting;
    expect(withUnread(lit, { chatVisible: true, unread: 0 })).toMatchObject({
      messages: [],
      meeting: { badge: true },
    });
  });

  it('counts beside what the framed chat says', () => {
    const other = (unread: number | 'some', meeting = ours) =>
      onPanelRequest(meeting, { type: 'other-unread', page: 0, load: 0, meeting: 'm1', unread }, 1);
    expect(other('some').messages).toEqual([{ name: 'toggle-chat-badge', visible: true }]);
    const both = other(2, hear(ours, said('a')));
    expect(both.messages).toEqual([{ name: 'toggle-chat-badge', visible: true, count: 3 }]);
    expect(other(0, both.meeting).meeting).toMatchObject({ badge: true, unread: 1 });
  });
});

describe('a conversation', () => {
  it('gives what was not had yet, and the latest 500 of what there was', () => {
    let meeting = ours;
    let log: readonly ChatEntry[] = [];
    const have = (after: number) => {
      const { from, entries } = entriesSince(log, meeting, after);
      return { from, ids: entries.flatMap((entry) => (entry.name === 'message' ? [entry.id] : [])) };
    };
    for (let at = 1; at <= 503; at++) {
      meeting = hear(meeting, said(String(at)));
      log = withEntry(log, said(String(at)));
    }
    expect(have(501)).toEqual({ from: 501, ids: ['502', '503'] });
    expect(have(0)).toMatchObject({ from: 3 });
    expect(have(0).ids).toHaveLength(500);
    expect(have(503)).toEqual({ from: 503, ids: [] });
    expect(have(900).ids).toEqual([]);
  });
});
