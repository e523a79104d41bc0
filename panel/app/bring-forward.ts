import { effect } from '@preact/signals';
import { meetingRefOf } from '../../protocol/panel-requests';
import type { TabName } from '../../settings/tabs';
import type { PanelContext } from '../state/context';
import { isTyping } from './show-when-opened';

/** How the peer names what is in front; '' where its buttons are to do what they always do. */
const FRONT_OF: Readonly<Record<TabName, string>> = {
  'dial-out': 'dial-out',
  people: 'participants',
  chat: 'chat',
  testing: '',
};

const TAB_OF: Readonly<Record<string, TabName>> = { participants: 'people', chat: 'chat' };

/**
 * Brings the view to the front that a button of the meeting asks for, and tells the peer which view is there:
 * pressed again, the button closes only what is on screen. In *Testing* the button itself is looked at, so
 * nothing moves there.
 */
export function bringForward({ store, tab, isOnScreen, connection, signal }: PanelContext): void {
  let reported = '';
  let count = 0;
  /** The peer's state has what was reported; until then it can have an earlier view. */
  let isNoted = false;
  const dispose = effect(() => {
    const meeting = store.meeting.value;
    const isOpen = meeting?.chat || meeting?.participants;
    if (!meeting || !isOpen || !isOnScreen.value || store.mode.value !== 'drive') {
      reported = '';
      return;
    }
    const { front, page, id, load } = meeting;
    const wanted = front && TAB_OF[front];
    const isMine = [page, id, load, front].join() === reported;
    isNoted ||= isMine;
    // With a number: a busy peer may tell of an earlier time that the same view was in front.
    const viewOf = (name: TabName) => FRONT_OF[name] && `${FRONT_OF[name]} ${count}`;
    const reportOf = (name: TabName) => [page, id, load, viewOf(name)].join();
    if (isNoted && !isMine && wanted) {
      const isWhereItWas = reportOf(tab.value) === reported;
      if (isWhereItWas && tab.peek() !== 'testing' && !isTyping()) tab.value = wanted;
      // What cannot come to the front now is not to come later, when the user has turned to something else.
      else reported = '';
    }
    if (reportOf(tab.value) === reported) return;
    count += 1;
    reported = reportOf(tab.value);
    isNoted = false;
    connection.send({ type: 'front', ...meetingRefOf(meeting), text: viewOf(tab.value) });
  });
  signal.addEventListener('abort', dispose, { once: true });
}
