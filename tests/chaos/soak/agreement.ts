import type { Surface } from '../../browser/harness/browser';
import { eventually } from '../../browser/harness/eventually';
import { dialled } from '../../browser/support/calls';
import type { Scene } from './scene';

/** What is shown in two places: by the panel on one side, by the meeting and its node on the other. */
export interface States {
  panel: { chat: boolean; badge: boolean };
  meeting: { chat: boolean; badge: boolean };
  /** Of the panel, as `look destination`. */
  rows: readonly string[];
  /** Destinations of those whom the node has dialled and who have not left. */
  called: readonly string[];
}

const OPEN = /^(?:calling|ringing|no-answer|joined) /;

/** What does not agree, one line each. */
export function disagreements({ panel, meeting, rows, called }: States): string[] {
  const open = rows.filter((row) => OPEN.test(row)).map((row) => row.replace(OPEN, ''));
  return [
    ...(['chat', 'badge'] as const)
      .filter((what) => panel[what] !== meeting[what])
      .map((what) => `${what}: ${panel[what]} in the panel, ${meeting[what]} in the meeting`),
    ...open
      .filter((each) => !called.includes(each))
      .map((each) => `${each}: open, but not in the conference`),
    ...called
      .filter((each) => !open.includes(each))
      .map((each) => `${each}: in the conference, but not open`),
  ];
}

/** The rows that one place shows and another does not, or in another order. */
export function differences(where: string, rows: readonly string[], panel: readonly string[]): string[] {
  return Array.from({ length: Math.max(rows.length, panel.length) }, (_, at) => at)
    .filter((at) => rows[at] !== panel[at])
    .map((at) => `row ${at + 1}: "${rows[at] ?? ''}" in the ${where}, "${panel[at] ?? ''}" in the panel`);
}

const rowsIn = (surface: Surface): Promise<string[]> =>
  surface.evaluate(() =>
    [...document.querySelectorAll('.call')].map((row) => {
      const look = [...row.classList].find((name) => name.startsWith('call-'))?.slice('call-'.length);
      return `${look} ${row.querySelector('.destination')?.textContent}`;
    }),
  );

/** Looks until everything agrees, and gives what still does not after the usual wait. */
async function settle(look: () => Promise<string[]>): Promise<string[]> {
  try {
    await eventually('every state to agree', async () => {
      const found = await look();
      return found.length === 0 ? { done: { value: undefined } } : { seen: found.join('\n  ') };
    });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Looks at the scene from every side. What a panel that has just been opened shows is what the peer has. */
export async function compare(scene: Scene): Promise<string[]> {
  const { tab, meeting, stage } = scene;
  const panel = await scene.panel();
  let rows: string[] = [];
  const before = await settle(async () => {
    const isOn = async (name: string) => (await panel.find('switch', name))?.checked === true;
    const button = await meeting.find('button', /^(Open|Close) Chat/);
    rows = await rowsIn(panel);
    return disagreements({
      panel: { chat: await isOn('Chat'), badge: await isOn('Unread badge') },
      meeting: {
        chat: button?.pressed === true,
        badge: (await meeting.find('img', 'Unread')) !== undefined,
      },
      rows,
      called: dialled(stage).map(({ address }) => address),
    });
  });
  await scene.closePanel();
  const button = await meeting.see('button', /^(Open|Close) Chat/);
  if (button.pressed !== true) await meeting.click('button', /^Open Chat/);
  const dock = await tab.frame('iframe[title="External Chat"]');
  const docked = await settle(async () => differences('dock', await rowsIn(dock), rows));
  const reopened = await scene.panel();
  const anew = await settle(async () => differences('panel, opened anew', await rowsIn(reopened), rows));
  return [...before, ...docked, ...anew];
}
