import type { Page } from 'puppeteer-core';
import { isWebApp3 } from '../../host/message-filter';
import { inEnglish } from '../../protocol/english';
import { PLUGIN_FEATURES } from '../../protocol/messages';
import { parseHostMessage } from '../../protocol/parse-host-message';
import { DIALECTS, PREFIX } from '../../protocol/wire';
import type { ContractRequest } from './arguments';
import { SimulatedMeeting } from './simulated-meeting';

/** One line of the report. `note` tells what the page does where both are right. */
export type ContractFinding = { result: 'ok' | 'problem' | 'note'; text: string; advice?: string };

const ready = {
  action: `${PREFIX}ready`,
  version: '0',
  features: [...PLUGIN_FEATURES],
  conferenceAlias: 'contract',
};
const toggle = (active: unknown) => ({ action: `${PREFIX}toggle-chat`, active });

/** Checks a host page against the contract: opens it with a simulated plugin in the place of the meeting. */
export async function checkHostPage(
  page: Page,
  { url, meeting, waitMs }: ContractRequest,
  report: (finding: ContractFinding) => void,
): Promise<void> {
  const simulated = new SimulatedMeeting(page, waitMs);
  await simulated.install((address) =>
    meeting === undefined ? isWebApp3(address) : address.startsWith(meeting),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (!(await simulated.pluginLoaded())) {
    report({
      result: 'problem',
      text: 'The page shows no meeting.',
      advice: 'Show an iframe with an address below /webapp3/, or name the address with --meeting.',
    });
    return;
  }
  const answers = new Answers(simulated);
  const button = () => answers.find('toggle-chat-button-state');
  const badge = () => answers.find('toggle-chat-badge');

  await answers.to([ready], () => Boolean(button() && badge()));
  const isSilent = answers.all().length === 0;
  if (button() && badge()) report({ result: 'ok', text: `ready → ${answers.inWords()}` });
  else if (isSilent && answers.atMeeting())
    report({
      result: 'problem',
      text: 'The page sends its answers to the Web App 3 frame. The plugin is a frame inside it.',
      advice: 'Send each answer to event.source of the message.',
    });
  else if (isSilent)
    report({
      result: 'problem',
      text: 'The page does not answer "ready".',
      advice: 'Accept messages from any frame inside the Web App 3 frame, not only from its contentWindow.',
    });
  else
    report({
      result: 'problem',
      text: `The page answers "ready" without ${button() ? 'toggle-chat-badge' : 'toggle-chat-button-state'}.`,
      advice: 'Send the state of the button and of the badge: a plugin that has just loaded shows neither.',
    });

  let active: unknown;
  const states: unknown[] = [];
  for (const requested of [true, false]) {
    await answers.to([toggle(requested)], () => Boolean(button()));
    active = button()?.active;
    states.push(active);
    if (active === undefined)
      report({
        result: 'problem',
        text: `The page does not answer "toggle-chat" with active: ${requested}.`,
        advice: 'Send toggle-chat-button-state with the new state: the button moves only then.',
      });
    else report({ result: 'ok', text: `toggle-chat ${requested} → ${answers.inWords()}` });
  }

  const canToggle = active !== undefined;
  const [opened, closed] = states;
  if (opened === false && closed === true)
    report({
      result: 'problem',
      text: 'The page answers "toggle-chat" with the opposite of what was requested.',
      advice: 'The field "active" is the requested state: set it, and do not switch from your own.',
    });
  else if (canToggle && opened === closed)
    report({ result: 'note', text: `The button never moves: every answer has active: ${closed}.` });
  const usual = answers.buttonStates();
  await checkStranger(answers, usual, report);
  await checkWrongPayload(answers, usual, report);
  await checkUnknownNames(answers, canToggle, report);
  if (canToggle) await checkReload(answers, report);
  for (const problem of answers.problems())
    report({
      result: 'problem',
      text: problem,
      advice: 'Send each message as docs/integrate/protocol.md lists it.',
    });
  await reportSecondNamespace(answers, report);
  const others = answers.otherNames();
  if (others.length > 0) report({ result: 'note', text: `The page also sends ${others.join(', ')}.` });
}

type Report = (finding: ContractFinding) => void;

/** `usual` is how many states of the button the page sends for one `toggle-chat`. */
async function checkStranger(answers: Answers, usual: number, report: Report): Promise<void> {
  answers.begin();
  await answers.simulated.sendFromStranger(toggle(true));
  await answers.settle(usual > 0);
  report(
    answers.atStranger() || answers.buttonStates() > usual
      ? {
          result: 'problem',
          text: 'The page obeys a frame that is not part of the meeting.',
          advice: 'Drop messages whose event.source is not inside the Web App 3 frame.',
        }
      : { result: 'ok', text: 'Messages of an unrelated frame are dropped.' },
  );
}

async function checkWrongPayload(answers: Answers, usual: number, report: Report): Promise<void> {
  answers.begin();
  await answers.simulated.send('plugin', toggle('true'), toggle(1), { action: `${PREFIX}toggle-chat` });
  await answers.settle(usual > 0);
  report(
    answers.buttonStates() > usual
      ? {
          result: 'problem',
          text: 'The page acts upon "toggle-chat" without a boolean "active".',
          advice: 'Check the type of each field before you use it.',
        }
      : { result: 'ok', text: 'Messages with a wrong payload are dropped.' },
  );
}

async function checkUnknownNames(answers: Answers, canToggle: boolean, report: Report): Promise<void> {
  const before = answers.simulated.errors.length;
  await answers.simulated.send(
    'plugin',
    { action: `${PREFIX}later-addition` },
    null,
    'text',
    { action: 7 },
    [],
  );
  await answers.settle(canToggle);
  const [error] = answers.simulated.errors.slice(before);
  report(
    error === undefined
      ? { result: 'ok', text: 'Unknown messages are ignored.' }
      : {
          result: 'problem',
          text: `An unknown message makes the page throw: ${error}`,
          advice: 'Ignore what you do not know: other scripts and later versions send other messages.',
        },
  );
}

async function checkReload(answers: Answers, report: Report): Promise<void> {
  const button = () => answers.find('toggle-chat-button-state');
  await answers.to([toggle(true)], () => Boolean(button()));
  const before = button()?.active;
  await answers.simulated.reload();
  await answers.to([ready], () => Boolean(button()));
  const after = button()?.active;
  report(
    after === before
      ? { result: 'ok', text: 'The state of the button is sent again after a reload of the meeting.' }
      : {
          result: 'problem',
          text: `After a reload of the meeting the button is ${after === undefined ? 'not set' : `set to ${after}`}; it was ${before}.`,
          advice: 'Keep the state in the page, and send it for every "ready".',
        },
  );
}

async function reportSecondNamespace(answers: Answers, report: Report): Promise<void> {
  await answers.simulated.reload();
  const prefix = DIALECTS.videoconf;
  const isAnswer = () => answers.raw().some((action) => action.startsWith(prefix));
  await answers.to([{ action: `${prefix}ready`, features: ['chat'] }], isAnswer);
  const text = isAnswer()
    ? 'Plugins of the second namespace are answered.'
    : 'Plugins of the second namespace are not answered.';
  report({ result: 'note', text });
}

const isButtonState = ({ data }: { data: Record<string, unknown> }): boolean =>
  data.action === `${PREFIX}toggle-chat-button-state`;

/** What the page has sent. */
class Answers {
  #from = 0;
  constructor(readonly simulated: SimulatedMeeting) {}

  /** Sends messages from the plugin, and waits for answers. Other methods then tell of what came since. */
  async to(messages: readonly unknown[], isThere: () => boolean): Promise<void> {
    this.begin();
    await this.simulated.send('plugin', ...messages);
    await this.simulated.waitFor(() => isThere() || this.atMeeting());
    await this.simulated.barrier('plugin');
  }

  /** Other methods tell of what comes from now on. */
  begin(): void {
    this.#from = this.mark();
  }

  /** Waits until the page has dealt with everything before: its answer to a last, valid message has come. */
  async settle(canToggle: boolean): Promise<void> {
    await this.simulated.barrier('plugin');
    const since = this.mark();
    await this.simulated.send('plugin', toggle(false));
    if (canToggle) await this.simulated.waitFor(() => this.since(since).some(isButtonState));
    await this.simulated.barrier('plugin');
  }

  /** How many states of the button the page has sent. */
  buttonStates = (): number => this.since(this.#from).filter(isButtonState).length;
  atStranger = (): boolean => this.since(this.#from).some(({ at }) => at === 'stranger');

  mark = (): number => this.simulated.received.length;

  /** The protocol's messages after a mark, at any frame. */
  since = (mark: number): { at: string; data: Record<string, unknown> }[] =>
    this.simulated.received
      .slice(mark)
      .map(({ at, data }) => ({ at, data: Object(data) as Record<string, unknown> }))
      .filter(({ data }) => String(data.action).startsWith(PREFIX));

  all = () => this.since(this.#from).filter(({ at }) => at === 'plugin');
  atMeeting = () =>
    this.since(this.#from).some(({ at, data }) => at === 'meeting' && data.action !== `${PREFIX}hello`);
  find = (name: string) => this.all().find(({ data }) => data.action === PREFIX + name)?.data;
  raw = () => this.simulated.received.slice(this.#from).map(({ data }) => String(Object(data).action));

  /** The answers, each once. */
  inWords(): string {
    const counts = new Map<string, number>();
    for (const { data } of this.all()) {
      const { action, ...payload } = data;
      if (action === `${PREFIX}hello`) continue;
      const text = `${String(action).slice(PREFIX.length)} ${JSON.stringify(payload)}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => (count > 1 ? `${text} (${count} times)` : text)).join(', ');
  }

  /** What is wrong with messages that the page sent, each once. */
  problems(): string[] {
    const wrong = this.since(0).flatMap(({ data }) => {
      const read = parseHostMessage(data);
      if (read.ok || read.reason === 'foreign') return [];
      if (read.reason === 'name') return [`The page sends "${read.name}", which the protocol does not have.`];
      return [
        `The page sends "${read.name}" with a wrong payload: ${read.problems.map(inEnglish).join(', ')}.`,
      ];
    });
    return [...new Set(wrong)];
  }

  otherNames(): string[] {
    const usual = ['toggle-chat-button-state', 'toggle-chat-badge'];
    const names = this.since(0).map(({ data }) => String(data.action).slice(PREFIX.length));
    return [...new Set(names)].filter((name) => !usual.includes(name));
  }
}
