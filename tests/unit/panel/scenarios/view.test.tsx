// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../../until';
import { all, aMeeting, byId, IN_M1, openPanel, openView, press, rendered, the } from '../fixture';

const SCENARIO = JSON.stringify({
  version: 1,
  name: 'Alice is called',
  description: 'Tries the reception.',
  variables: { who: 'alice@example.com' },
  steps: [
    { name: 'The badge is shown', do: 'set-badge', visible: true },
    {
      name: 'Somebody is dialed',
      do: 'dial',
      request: { role: 'GUEST', destination: `\${who}`, protocol: 'sip' },
    },
    { name: 'They join', do: 'expect-call', state: 'joined' },
  ],
});

const plugin = { name: 'ready', inMeeting: true, features: ['hang-up'] } as const;

describe('the tab of the tests', () => {
  let panel: ReturnType<typeof openPanel>;
  beforeEach(async () => {
    panel = openPanel();
    await panel.receive(aMeeting({ plugin }));
    await openView('Tests');
    await until(() => the('button', 'Run'));
  });

  const paste = (text: string) => {
    const field = byId('scenario-text') as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return rendered();
  };
  const dialed = () => panel.sent.filter(({ type }) => type === 'dial');

  it('offers the scenarios that come along, and begins with one that can be run', () => {
    const options = all('option', undefined, byId('scenario-choice')).map(({ textContent }) => textContent);
    expect(options.length).toBeGreaterThanOrEqual(7);
    expect(options[0]).toBe('Smoke test');
    expect(the<HTMLButtonElement>('button', 'Run').disabled).toBe(false);
  });

  it('says what is wrong with a file, and does not run it', async () => {
    await paste('{"version": 1, "name": "x", "steps": [{"name": "On", "do": "set-chat"}]}');
    const list = the('list', 'Problems in this file');
    expect(list.textContent).toBe('Step 1 (On): active is required');
    expect(the<HTMLButtonElement>('button', 'Run').disabled).toBe(true);
  });

  it('shows whom a file will dial, with the values given, and dials nobody before Run', async () => {
    await paste(SCENARIO);
    const who = the<HTMLInputElement>('textbox', 'who');
    who.value = 'bob@example.com';
    who.dispatchEvent(new Event('input', { bubbles: true }));
    await rendered();
    expect(the('list', 'Destinations to dial').textContent).toContain('bob@example.com');
    expect(dialed()).toEqual([]);
    the('button', 'Run').focus();
    await press('button', 'Run');
    // Run is out of sight now.
    expect(document.activeElement?.matches('.scenarios')).toBe(true);
    await until(() => expect(dialed()).toHaveLength(1));
    expect(dialed()).toMatchObject([{ meeting: 'm1', request: { destination: 'bob@example.com' } }]);
    expect(panel.sent).toContainEqual({ type: 'set-badge', ...IN_M1, visible: true });
  });

  it('runs a scenario once on two presses without a gap', async () => {
    await paste(SCENARIO);
    const run = the('button', 'Run');
    run.click();
    run.click();
    await until(() => expect(dialed()).not.toEqual([]));
    expect(panel.sent.filter(({ type }) => type === 'set-badge')).toHaveLength(1);
  });

  it('shows a file’s description in the direction of its language', async () => {
    await paste(SCENARIO);
    const help = [...document.querySelectorAll<HTMLElement>('.help')];
    const text = help.find(({ textContent }) => textContent === 'Tries the reception.');
    expect(text?.dir).toBe('auto');
  });

  it('shows each step’s outcome, can be stopped, and runs again as it was filled in', async () => {
    await paste(SCENARIO);
    await press('button', 'Run');
    const outcomes = () =>
      [...document.querySelectorAll<HTMLElement>('[data-outcome]')].map(({ dataset }) => dataset.outcome);
    await until(() => expect(outcomes()).toEqual(['passed', 'passed', 'running']));
    await press('button', 'Stop');
    expect(outcomes()).toEqual(['passed', 'passed', 'skipped']);
    expect(document.body.textContent).toContain('Stopped: 2 of 3 steps had passed.');
    the('button', 'Save as JUnit XML');
    await press('button', 'Run another');
    expect((byId('scenario-text') as HTMLTextAreaElement).value).toBe(SCENARIO);
  });

  it('stays in front when a scenario turns the chat on', async () => {
    await panel.receive(aMeeting({ plugin, chat: true }));
    expect(the('tab', 'Tests').getAttribute('aria-selected')).toBe('true');
  });

  it('does nothing on the page of another tab, whose meeting has the same id', async () => {
    await paste(SCENARIO.replace('"set-badge","visible":true', '"expect-chat","active":true'));
    await press('button', 'Run');
    await panel.sayOn(2, aMeeting({ plugin, chat: true }));
    await rendered();
    expect(dialed()).toEqual([]);
    await panel.receive(aMeeting({ plugin, chat: true }));
    await until(() => expect(dialed()).toHaveLength(1));
  });
});
