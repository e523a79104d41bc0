import type { Fault } from '../../../meeting/node/fault';
import { eventually } from '../../browser/harness/eventually';
import { dial, dialled, reloadMeeting, seeRow, untilNodeHas } from '../../browser/support/calls';
import { seeStatus } from '../../browser/support/panel';
import { pick } from './random';
import { chromiumOf, devtoolsOf, type Scene } from './scene';

/** Does something to the scene, `at` (0 to 1) choosing what exactly, and says in a few words what it did. */
type Step = (scene: Scene, at: number) => Promise<string>;

const WHOM = ['alice', 'bob', 'slow', 'leave', 'noanswer', 'busy', 'noroute'];

const FAULTS: readonly Fault[] = [
  { status: 403, body: JSON.stringify({ status: 'failed', result: 'Invalid token' }) },
  { status: 500, body: JSON.stringify({ status: 'failed', result: 'Internal error' }) },
  { status: 503, body: 'upstream is down', type: 'text/plain' },
  { status: 200, body: '{"status":"succ' },
];

/** Has the panel dial somebody new: the user part says what becomes of the call, and the host is another every time. */
async function place(scene: Scene, whom: string): Promise<string> {
  scene.placed += 1;
  const destination = `${whom}@call${scene.placed}.example.com`;
  const panel = await scene.panel();
  await seeStatus(panel, 'In the meeting');
  await panel.click('tab', 'Dial out');
  await dial(panel, destination);
  return destination;
}

async function placeWithFault(scene: Scene, fault: Fault): Promise<string> {
  const { node } = scene.stage.meeting;
  let isAsked = false;
  node.faultOf = (call) => {
    if (call !== 'dial') return undefined;
    isAsked = true;
    return fault;
  };
  try {
    const destination = await place(scene, 'carol');
    await eventually('the node to be asked', async () => (isAsked ? { done: { value: undefined } } : {}));
    return destination;
  } finally {
    node.faultOf = () => undefined;
  }
}

/** What a soak chooses from, each as often as any other. */
export const STEPS: Readonly<Record<string, Step>> = {
  async dial(scene, at) {
    const destination = await place(scene, pick(WHOM, at) ?? 'alice');
    // Before the node has said who it is, nobody could find the call again after a reload.
    await seeRow(await scene.panel(), destination, /Ringing|Joined|Left|Failed/);
    return destination;
  },

  async 'hang up'(scene, at) {
    const there = dialled(scene.stage).filter(({ address }) => !address.startsWith('leave@'));
    const address = pick(there, at)?.address;
    if (address === undefined) return 'nobody there';
    const panel = await scene.panel();
    await panel.click('tab', 'Dial out');
    await panel.click('button', `Hang up ${address}`);
    await untilNodeHas(scene.stage, address, false);
    return address;
  },

  async 'node fault'(scene, at) {
    const fault = pick(FAULTS, at) ?? 'silence';
    const destination = await placeWithFault(scene, fault);
    await seeRow(await scene.panel(), destination, /Failed/);
    return `${fault === 'silence' ? fault : fault.status} for ${destination}`;
  },

  async 'silent node'(scene) {
    const destination = await placeWithFault(scene, 'silence');
    await reloadMeeting(scene.tab);
    await seeRow(await scene.panel(), destination, /Unknown/);
    return `and a reload, for ${destination}`;
  },

  async 'reload meeting'({ tab }) {
    await reloadMeeting(tab);
    return '';
  },

  async 'move iframe'({ tab }) {
    await tab.evaluate(() => {
      const frame = document.querySelector('#webapp3');
      frame?.parentElement?.append(frame);
    });
    return '';
  },

  async 'close panel'(scene) {
    await scene.closePanel();
    return '';
  },

  async 'reopen panel'(scene) {
    await scene.closePanel();
    await scene.panel();
    return '';
  },

  async 'kill background'({ stage }) {
    const { browser } = chromiumOf(stage);
    const background = browser.targets().find((target) => target.type() === 'service_worker');
    if (!background) return 'asleep already';
    try {
      await (await background.worker())?.close();
      return '';
    } catch {
      // Listed still, and not there any more: another step has just killed it.
      return 'gone already';
    }
  },

  async 'cut stream'({ stage }) {
    stage.meeting.node.conference().cutStreams();
    return '';
  },

  async 'chat by panel'(scene) {
    await (await scene.panel()).click('switch', 'Chat');
    return '';
  },

  async 'chat by meeting'({ meeting }) {
    // Not with the mouse: without a panel, chat that is on is a dock, which may lie over the button.
    await meeting.waitFor('the Chat button', () => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ ariaLabel }) => /^(Open|Close) Chat/.test(ariaLabel ?? ''));
      button?.click();
      return button !== undefined;
    });
    return '';
  },

  async message({ stage }, at) {
    stage.meeting.node.conference().say('Bob', `Message ${at}`);
    return '';
  },

  async freeze({ tab, stage }, at) {
    const page = await devtoolsOf(tab);
    await page.send('Page.setWebLifecycleState', { state: 'frozen' });
    stage.meeting.node.conference().say('Bob', `While it was frozen: ${at}`);
    await page.send('Page.setWebLifecycleState', { state: 'active' });
    await page.detach();
    return '';
  },
};
