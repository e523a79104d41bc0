import type { Surface } from '../../browser/harness/browser';
import { eventually } from '../../browser/harness/eventually';
import { dialed, seeRow } from '../../browser/support/calls';
import { seeStatus } from '../../browser/support/panel';
import { clickSwitch, openView } from '../../browser/support/views';
import { pick } from './random';
import type { Scene, Step } from './scene';

/** Whom a person dials, and what the row says before the next step: a call has to be the node's by then. */
const WHOM: readonly { user: string; says: RegExp; lasts?: true }[] = [
  { user: 'alice', says: /Ringing|Joined/, lasts: true },
  { user: 'bob', says: /Ringing|Joined/, lasts: true },
  { user: 'slow', says: /Ringing|Joined/, lasts: true },
  { user: 'noanswer', says: /Ringing/, lasts: true },
  { user: 'leave', says: /Ringing|Joined|Left/ },
  { user: 'busy', says: /Failed/ },
  { user: 'noroute', says: /Failed/ },
];

/**
 * Has the panel dial somebody new: the user part says what becomes of the call, and the host is another
 * every time.
 */
export async function place(scene: Scene, user: string): Promise<string> {
  scene.placed += 1;
  const destination = `${user}@call${scene.placed}.example.com`;
  const panel = await scene.panel();
  await eventually('the form', async () => {
    // Chat that somebody opens meanwhile comes to the front, until something is typed here.
    await openView(panel, 'Dial out');
    if (!(await panel.find('textbox', 'Destination'))) return {};
    await panel.fill('textbox', 'Destination', destination);
    return { done: { value: undefined } };
  });
  await seeStatus(panel, 'In the meeting');
  await panel.click('button', 'Dial');
  return destination;
}

/** Presses Hang up until the call is over: the meeting may be loading again when the first press comes. */
async function hangUp(scene: Scene, address: string): Promise<void> {
  const panel = await scene.panel();
  await openView(panel, 'Dial out');
  await panel.click('button', `Hang up ${address}`);
  await eventually(`${address} to be out of the conference`, async () => {
    if (!dialed(scene.fixture).some((each) => each.address === address))
      return { done: { value: undefined } };
    const [row] = (await panel.findAll('listitem', /^/)).filter(({ text }) => text.startsWith(address));
    if (/Joined|Ringing|No answer/.test(row?.text ?? '')) await panel.click('button', `Hang up ${address}`);
    return { seen: row?.text ?? 'no row' };
  });
}

const CHAT = /^(Open|Close) Chat/;

/**
 * Presses the meeting's Chat button, not with the mouse: without a panel, chat that is on is a dock, which
 * may lie over the button. Waits a moment for what comes of it.
 */
const press = (meeting: Surface): Promise<void> =>
  meeting.evaluate(() => {
    const find = () =>
      [...document.querySelectorAll('button')].find(({ ariaLabel }) =>
        /^(Open|Close) Chat/.test(ariaLabel ?? ''),
      );
    const before = find()?.ariaPressed;
    find()?.click();
    return new Promise<void>((done) => {
      const over = () => {
        observer.disconnect();
        clearTimeout(giveUp);
        done();
      };
      const observer = new MutationObserver(() => {
        if (find()?.ariaPressed !== before) over();
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      const giveUp = setTimeout(over, 1_000);
    });
  });

/** What people do with a meeting that knows nothing of what goes wrong around it. */
export const PEOPLE: Readonly<Record<string, Step>> = {
  async dial(scene, at) {
    const whom = pick(WHOM, at);
    if (!whom) throw new Error('There is nobody to dial.');
    const destination = await place(scene, whom.user);
    await seeRow(await scene.panel(), destination, whom.says);
    if (whom.lasts) scene.lasting.push(destination);
    return destination;
  },

  async 'hang up'(scene, at) {
    const address = pick(scene.lasting, at);
    if (address === undefined) return undefined;
    await hangUp(scene, address);
    scene.lasting = scene.lasting.filter((each) => each !== address);
    return address;
  },

  async 'close panel'(scene) {
    if (!scene.open) return undefined;
    await scene.closePanel();
    return '';
  },

  async 'reopen panel'(scene) {
    await scene.closePanel();
    await scene.panel();
    return '';
  },

  async 'chat by panel'(scene) {
    await clickSwitch(await scene.panel(), 'Chat');
    return '';
  },

  async 'chat by meeting'({ meeting }) {
    const before = (await meeting.see('button', CHAT)).pressed;
    await eventually('the Chat button to have moved', async () => {
      const button = await meeting.find('button', CHAT);
      if (button && button.pressed !== before) return { done: { value: undefined } };
      // A plugin that is being loaded does not hear it.
      await press(meeting);
      return { seen: 'the button, as it was' };
    });
    return '';
  },

  async message({ fixture }, at) {
    fixture.meeting.node.conference().say('Bob', `Message ${at}`);
    return '';
  },
};
