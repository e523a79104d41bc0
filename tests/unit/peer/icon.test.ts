import { beforeEach, expect, it, vi } from 'vitest';
import type { MeetingEntry } from '../../../peer/entry';
import { createIcon } from '../../../peer/icon';
import { newPeople } from '../../../peer/people';
import { newMeeting } from '../../../protocol/meeting';

const { showOnIcon } = vi.hoisted(() => ({ showOnIcon: vi.fn() }));
vi.mock('../../../browser/script-registry', () => ({ showOnIcon }));

const entry = (unread: number, waiting: number): MeetingEntry => ({
  place: {},
  meeting: { ...newMeeting('meeting-1'), unread, people: { total: 1, waiting, raised: 0 } },
  log: [],
  shown: 0,
  people: newPeople(),
  isGreeted: false,
  unreported: 0,
  pressedAt: 0,
  statedAt: 0,
  isListening: false,
});

beforeEach(() => showOnIcon.mockClear());

it('reports what is unread also while somebody waits', () => {
  const icon = createIcon();
  for (const [unread, waiting] of [
    [0, 1],
    [1, 1],
    [1, 1],
    [1, 0],
  ] as const)
    icon.show([entry(unread, waiting)], false);
  expect(showOnIcon.mock.calls).toEqual([
    ['found', 0, true],
    ['found', 1, true],
    ['found', 1, false],
  ]);
});

it('reports nobody who waits to a panel that shows the people', () => {
  const { people, ...rest } = entry(0, 1);
  const panel = { post() {}, onMessage() {}, onClose() {}, close() {} };
  const icon = createIcon();
  // One that follows them for another reason, such as for suggestions, shows nobody.
  people.unsent.set(panel, 'all');
  icon.show([{ ...rest, people }], false);
  people.showing.add(panel);
  icon.show([{ ...rest, people }], false);
  expect(showOnIcon.mock.calls).toEqual([
    ['found', 0, true],
    ['found', 0, false],
  ]);
});
