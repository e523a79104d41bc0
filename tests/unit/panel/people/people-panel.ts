import { expect } from 'vitest';
import { CAN } from '../../../../panel/log/simulated-people';
import type { Meeting, PendingAction } from '../../../../protocol/meeting';
import type { Participant } from '../../../../protocol/people';
import { PEOPLE_FEATURES } from '../../../../protocol/people-features';
import { all, aMeeting, byId, eventually, openPanel, rendered, START, the } from '../fixture';

export const somebody = (displayName: string, over: Partial<Participant> = {}): Participant => ({
  uuid: displayName.toLowerCase(),
  displayName,
  can: CAN,
  joinedAt: START,
  ...over,
});

export const IN_MEETING = {
  name: 'ready',
  inMeeting: true,
  features: [...PEOPLE_FEATURES],
} satisfies Meeting['plugin'];
export const HOST: Meeting['self'] = { participantUuid: 'me', isHost: true };

let panel: ReturnType<typeof openPanel>;

/** Opens a panel, for this test, that the functions of this file act on. */
export function openPeoplePanel(opened = openPanel()): ReturnType<typeof openPanel> {
  panel = opened;
  return panel;
}

export const meetingOf = (people: readonly Participant[], over: Partial<Meeting> = {}) =>
  aMeeting({
    plugin: IN_MEETING,
    self: HOST,
    people: {
      total: people.length,
      waiting: people.filter(({ isWaiting }) => isWaiting).length,
      raised: people.filter(({ raisedHand }) => raisedHand).length,
    },
    ...over,
  });
export const open = async () => {
  byId('tab-people').click();
  await eventually(() => expect(all('region', 'People')).toHaveLength(1));
  await rendered();
};
/** Opens the tab on these people. */
export const show = async (people: readonly Participant[], over: Partial<Meeting> = {}) => {
  await panel.receive(meetingOf(people, over));
  await open();
  await panel.receivePeople({ meeting: 'm1', isWhole: true, set: people, gone: [] });
  await rendered();
};
export const rows = (list: string) =>
  all('listitem', undefined, the('list', list)).map((row) => row.querySelector('bdi')?.textContent);
/** The rows as they stand below each other; `-` is the room of somebody who has left. */
export const places = (list: string) =>
  [...the('list', list).children].map((row) =>
    row.matches('[aria-hidden]') ? '-' : row.querySelector('bdi')?.textContent,
  );
export const openMenu = async (label: string) => {
  const button = the('button', label);
  button.click();
  const menu = byId(button.getAttribute('popovertarget') ?? '');
  // This document shows no popovers.
  menu.hidePopover ??= () => {};
  menu.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
  await rendered();
};
export const acts = () => panel.sent.flatMap((request) => (request.type === 'act' ? [request.action] : []));
export const pending = (action: object, over: Partial<PendingAction> = {}): PendingAction =>
  ({ action: { requestId: 'r1', ...action }, at: START, ...over }) as PendingAction;
/** Reports who has changed, come or gone. */
export const change = async (set: readonly Participant[], gone: readonly string[] = []) => {
  await panel.receivePeople({ meeting: 'm1', isWhole: false, set, gone });
  await rendered();
};
/** Moves the pointer over the people, or over one thing there. */
export const movePointer = async (over = byId('view-people').querySelector('.people')) => {
  over?.dispatchEvent(new Event('pointermove', { bubbles: true }));
  await rendered();
};
/** Moves the pointer away from the people. */
export const leavePointer = async () => {
  the('region', 'People').dispatchEvent(new Event('pointerleave'));
  await rendered();
};
/** The labels of the buttons of Alice. */
export const buttons = () =>
  all('button', undefined, byId('person-alice')).map((each) => each.getAttribute('aria-label'));
