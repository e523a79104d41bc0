import { eventually } from '../../browser/harness/eventually';
import { DOCK } from '../../browser/support/dock';
import { openRuntimePort } from '../../browser/support/raw-link';
import { openView } from '../../browser/support/views';
import { disagreements, type Held, rowsDiffer, toldDiffer } from './agreement';
import { askPlugin, findMeetings, rowsIn } from './look';
import type { Scene } from './scene';

/** Looks until everything agrees, and gives what still does not after the usual wait. */
async function settle(look: () => Promise<string[]>): Promise<string[]> {
  let last: string[] = ['nothing could be seen'];
  return eventually('every state to agree', async () => {
    last = await look();
    return last.length === 0 ? { done: { value: [] } } : {};
  }).catch(() => last);
}

/**
 * Compares what panel, peer, plugin, meeting and node have, then the dock, then a panel that is opened anew,
 * and last whether a word that is said now is heard by everybody. Gives what does not agree, in words.
 */
export async function compare(scene: Scene): Promise<string[]> {
  const conference = scene.fixture.meeting.node.conference();
  let calls: readonly Held[] = [];
  const everywhere = async () => {
    const panel = await scene.panel();
    const peer = await openRuntimePort(panel, `soak-${Math.random()}`);
    const wrong = await settle(async () => {
      const states = await findMeetings(scene, panel, peer);
      calls = states.peer.calls;
      // They leave by themselves, a moment after they have joined.
      const going = states.node.dialed.filter(
        ({ who }) => who.startsWith('leave@') || who.startsWith('slow@'),
      );
      const pending = going.filter(({ who, state }) => who.startsWith('leave@') || state === 'ringing');
      return [...disagreements(states), ...pending.map(({ who, state }) => `${who}: ${state} for ever`)];
    });
    await peer.close();
    return wrong;
  };
  const before = await everywhere();
  const told = toldDiffer(await askPlugin(scene, calls), calls);

  await scene.closePanel();
  const button = await scene.meeting.see('button', /^(Open|Close) Chat/);
  if (button.pressed !== true) await scene.meeting.click('button', /^Open Chat/);
  const dock = await scene.tab.frame(DOCK);
  await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
  await openView(dock, 'Dial out');
  const docked = await settle(async () => rowsDiffer('dock', await rowsIn(dock), calls));

  conference.say('Bob', 'The last word');
  const anew = await everywhere();
  return [...before, ...told, ...docked, ...anew.map((line) => `after the panel was opened anew: ${line}`)];
}
