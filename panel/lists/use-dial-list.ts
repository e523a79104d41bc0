import { GUARD_STRINGS } from '../../strings/guard';
import { alreadyThere } from '../request/guard/already-there';
import type { Press } from '../request/guard/guard';
import type { PanelContext } from '../state/context';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import type { Target } from './lines';
import { useRun } from './use-run';

/** Where it is said why a list is not dialed. */
export const AT_LISTS = 'lists';

/**
 * The run of *Many*, and the way to begin one: it asks what has to be asked before. `onBegin` is called as a
 * run takes the place of what is shown.
 */
export function useDialList(context: PanelContext, onBegin: () => void) {
  const { store, connection, replacedLines } = context;
  const { start, again, ...rest } = useRun(context);
  const once = useOneAtATime();

  async function dial(targets: readonly Target[], atATime: number, press: Press): Promise<void> {
    const requests = targets.flatMap((each) => ('request' in each ? [each.request] : []));
    const { page, meeting: id } = press.target.peek();
    const meeting = store.meetings.peek().find((each) => each.page === page && each.id === id);
    const there = await alreadyThere(requests, meeting, [], connection);
    const answer = await store.guard.confirm(requests, press, there);
    if (answer === 'yes') {
      replacedLines.value = undefined;
      start(targets, atATime, press);
      onBegin();
    } else if (answer === 'gone') store.showNotice(AT_LISTS, GUARD_STRINGS.meetingGone(press.name));
  }

  return {
    ...rest,
    /** Dials what is found, unless a list is about to be dialed. */
    dial(find: () => Promise<readonly Target[]>, atATime: number, press: Press | undefined): void {
      void once(async () => {
        const targets = await find();
        if (targets.length > 0 && press) await dial(targets, atATime, press);
      });
    },
    /** Dials those that failed once more, as they were dialed before. */
    dialFailed() {
      const press = store.press(AT_LISTS);
      const failed = again();
      if (press && failed) void once(() => dial(failed.targets, failed.atATime, press));
    },
  };
}
