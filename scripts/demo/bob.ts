import type { DemoMeeting } from '../../meeting/start';

/** Somebody else in the demo meeting, who joins, raises a hand, and writes when he is told to. */
export function bringBob({ node }: Pick<DemoMeeting, 'node'>) {
  const conference = node.conference();
  const { uuid } = conference.join({ display_name: 'Bob' });
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, act: () => void) => timers.push(setTimeout(act, ms));
  later(6_000, () => conference.update(uuid, { buzz_time: Date.now() / 1000 }));
  return {
    write: () => later(3_000, () => conference.say('Bob', 'Good morning. Is my sound all right?')),
    leave() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
