import type { BrokenAnswer } from '../../../meeting/node/fault';
import { eventually } from '../../browser/harness/eventually';
import { wakeBackground } from '../../browser/support/background';
import { seeRow } from '../../browser/support/calls';
import { seeStatus } from '../../browser/support/panel';
import { place } from './people';
import { devtoolsOf, type Scene, type Step } from './scene';

/** Dials while the node answers wrongly, and waits until it has. */
async function placeWithFault(scene: Scene, fault: BrokenAnswer): Promise<string> {
  const { node } = scene.fixture.meeting;
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

const nodeSays =
  (fault: BrokenAnswer): Step =>
  async (scene) => {
    const destination = await placeWithFault(scene, fault);
    await seeRow(await scene.panel(), destination, /Failed/);
    return destination;
  };

const refusal = (status: number, result: string): Step =>
  nodeSays({ status, body: JSON.stringify({ status: 'failed', result }) });

/** Does something to the iframe of Web App 3 that makes it load again, and waits until it has. */
const loadAgain = ({ tab }: Scene, how: 'reload' | 'move'): Promise<void> =>
  tab.evaluate((how) => {
    const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
    return new Promise<void>((done, fail) => {
      if (!frame) return fail(new Error('The page has no meeting.'));
      frame.addEventListener('load', () => done(), { once: true });
      setTimeout(() => fail(new Error('The meeting did not load again.')), 10_000);
      if (how === 'move') frame.parentElement?.append(frame);
      else frame.src += '';
    });
  }, how);

/** How often the page was told that it is frozen, from when this was first asked. */
const timesFrozen = ({ tab }: Scene): Promise<number> =>
  tab.evaluate(() => {
    if (Reflect.get(window, 'timesFrozen') === undefined) {
      Reflect.set(window, 'timesFrozen', 0);
      document.addEventListener('freeze', () =>
        Reflect.set(window, 'timesFrozen', Number(Reflect.get(window, 'timesFrozen')) + 1),
      );
    }
    return Number(Reflect.get(window, 'timesFrozen'));
  });

/** Waits until a page hears the conference's events, which is the last thing that it does when it joins. */
const untilJoined = ({ fixture }: Scene): Promise<void> =>
  eventually('an event stream', async () =>
    fixture.meeting.node.conference().openStreams > 0 ? { done: { value: undefined } } : {},
  );

/** What goes wrong around a meeting. Each of them fails if it cannot show that it has happened. */
export const FAULTS: Readonly<Record<string, Step>> = {
  'node says 403': refusal(403, 'Invalid token'),
  'node says 500': refusal(500, 'Internal error'),
  'node says 503': nodeSays({ status: 503, body: 'upstream is down', type: 'text/plain' }),
  'node says garbage': nodeSays({ status: 200, body: '{"status":"succ' }),

  async 'node says nothing'(scene) {
    const destination = await placeWithFault(scene, 'silence');
    await loadAgain(scene, 'reload');
    await seeRow(await scene.panel(), destination, /Unknown/);
    return `and a reload, for ${destination}`;
  },

  async 'reload meeting'(scene) {
    await loadAgain(scene, 'reload');
    return '';
  },

  async 'move iframe'(scene) {
    await loadAgain(scene, 'move');
    return '';
  },

  async 'reload plugin'({ meeting }) {
    await meeting.see('button', /^(Open|Close) Chat/);
    await meeting.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#external-chat');
      return new Promise<void>((done, fail) => {
        if (!frame) return fail(new Error('There is no plugin in the meeting.'));
        frame.addEventListener('load', () => done(), { once: true });
        setTimeout(() => fail(new Error('The plugin did not load again.')), 10_000);
        // To give it an address would add to the history of the tab, as if the meeting had gone elsewhere.
        frame.parentElement?.append(frame);
      });
    });
    return '';
  },

  async 'token runs out'(scene) {
    const panel = await scene.panel();
    await seeStatus(panel, 'In the meeting');
    const conference = scene.fixture.meeting.node.conference();
    // Pexip's client hears of it by the event stream, or else when it refreshes the token, a minute later.
    await untilJoined(scene);
    conference.expireTokens();
    await seeStatus(panel, 'Plugin ready');
    await loadAgain(scene, 'reload');
    return 'and a reload';
  },

  async 'cut stream'({ fixture }) {
    const conference = fixture.meeting.node.conference();
    await eventually('an event stream to cut', async () =>
      conference.cutStreams() > 0 ? { done: { value: undefined } } : {},
    );
    return '';
  },

  'kill background': async (scene) => {
    // A panel is opened for it, which wakes it: whether it sleeps is a matter of time.
    await wakeBackground(await scene.panel());
    await scene.fixture.browser.endBackground();
    return '';
  },

  async freeze(scene, at) {
    const { tab, fixture } = scene;
    // A join that is frozen half-way stays there now and then: the client waits for an answer that has come.
    await untilJoined(scene);
    const before = await timesFrozen(scene);
    const page = await devtoolsOf(tab);
    await page.send('Page.setWebLifecycleState', { state: 'frozen' });
    await eventually('the page to be frozen', async () =>
      (await timesFrozen(scene)) > before ? { done: { value: undefined } } : {},
    );
    fixture.meeting.node.conference().say('Bob', `While it was frozen: ${at}`);
    await page.send('Page.setWebLifecycleState', { state: 'active' });
    await page.detach();
    await tab.bringToFront();
    return '';
  },
};
