import type { Page } from 'puppeteer-core';
import { isWebApp3 } from '../../host/message-filter';
import { PLUGIN_FEATURES } from '../../protocol/messages';
import { DIALECTS, PREFIX } from '../../protocol/wire';
import { Answers, toggle } from './answers';
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
  if (!(await simulated.open(url))) {
    report({
      result: 'problem',
      text: 'The page shows no meeting.',
      advice: 'Show an iframe with a URL below /webapp3/, or give its URL with --meeting.',
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
      advice: 'Send the state of the button and of the badge. A plugin that has just loaded shows neither.',
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
        advice: 'Send toggle-chat-button-state with the new state. The button moves only then.',
      });
    else report({ result: 'ok', text: `toggle-chat ${requested} → ${answers.inWords()}` });
  }

  const canToggle = active !== undefined;
  const [opened, closed] = states;
  if (opened === false && closed === true)
    report({
      result: 'problem',
      text: 'The page answers "toggle-chat" with the opposite of what was requested.',
      advice: 'The field "active" is the requested state. Set that state, and do not toggle your own.',
    });
  else if (canToggle && opened === closed)
    report({ result: 'note', text: `The button never moves: every answer has active: ${closed}.` });
  const usual = answers.buttonStates();
  // Only a page that always answers the same is judged by the number of its answers.
  const hasActed = (seen: readonly unknown[]) =>
    opened === closed ? seen.length > usual.length : seen.some((state) => state !== closed);
  await checkStranger(answers, canToggle, hasActed, report);
  await checkWrongPayload(answers, canToggle, hasActed, report);
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

/** Whether these states of the button are more than the answer to a request to close the chat. */
type HasActed = (states: readonly unknown[]) => boolean;

async function checkStranger(
  answers: Answers,
  canToggle: boolean,
  hasActed: HasActed,
  report: Report,
): Promise<void> {
  answers.begin();
  await answers.simulated.sendFromStranger(toggle(true));
  await answers.settle(canToggle);
  report(
    answers.atStranger() || hasActed(answers.buttonStates())
      ? {
          result: 'problem',
          text: 'The page responds to a frame that is not part of the meeting.',
          advice: 'Drop messages whose event.source is not inside the Web App 3 frame.',
        }
      : { result: 'ok', text: 'Messages of an unrelated frame are dropped.' },
  );
}

async function checkWrongPayload(
  answers: Answers,
  canToggle: boolean,
  hasActed: HasActed,
  report: Report,
): Promise<void> {
  answers.begin();
  await answers.simulated.send('plugin', toggle('true'), toggle(1), { action: `${PREFIX}toggle-chat` });
  await answers.settle(canToggle);
  report(
    hasActed(answers.buttonStates())
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
          advice: 'Ignore unknown messages, because other scripts and later versions send other messages.',
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
          text: `After a reload of the meeting, the button is ${after === undefined ? 'not set' : `set to ${after}`}. Before, it was ${before}.`,
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
    ? 'The page responds to plugins of the second namespace.'
    : 'The page does not respond to plugins of the second namespace.';
  report({ result: 'note', text });
}
