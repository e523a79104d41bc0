// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { KEPT_RUN } from '../../../../panel/lists/kept-run';
import { KEPT_SCENARIO_RUN } from '../../../../panel/scenarios/kept-scenario';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, eventually, pass, press, rendered, the } from '../fixture';
import { aWindow } from './a-window';

const NOTICE = 'A list was interrupted at 1 of 2.';
const text = () => document.body.textContent;

const target = (name: string) => ({ name, request: { destination: name, role: 'GUEST', protocol: 'sip' } });
const LEFT = {
  atATime: 1,
  meeting: { page: 1, id: 'm1', load: 0, name: 'qa.meeting' },
  isDone: false,
  rows: [
    { target: target('ann@x'), callId: 'c1', result: { outcome: 'failed' } },
    { target: target('bob@x'), result: { outcome: 'waiting' } },
  ],
};

describe('a list that was interrupted', () => {
  let window: ReturnType<typeof aWindow>;
  beforeEach(() => {
    window = aWindow();
    window.kept.set(KEPT_RUN, JSON.stringify(LEFT));
  });

  it('is told of where Dial out is not on screen, with the way to it', async () => {
    await window.open({ isOnPage: true }).receive(aMeeting());
    await eventually(() => expect(text()).toContain(NOTICE));
    await press('button', 'Show');
    await eventually(() => the('button', 'Continue'));
    expect(the('tab', 'Dial out').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(the('tab', 'Many'));
    await press('tab', 'Chat');
    await pass(1);
    expect(text()).not.toContain(NOTICE);
  });

  it('is told of until the user hides it', async () => {
    await window.open({ isOnPage: true }).receive(aMeeting());
    await eventually(() => expect(text()).toContain(NOTICE));
    await press('button', 'Hide');
    await eventually(() => expect(text()).not.toContain(NOTICE));
    await press('tab', 'People');
    await pass(1);
    expect(text()).not.toContain(NOTICE);
  });

  it('is not told of again as the state changes, once it was on screen', async () => {
    const panel = window.open({ isOnPage: true });
    await panel.receive(aMeeting());
    await eventually(() => expect(text()).toContain(NOTICE));
    await press('button', 'Show');
    await press('tab', 'Chat');
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
    await eventually(() => the('button', 'Send anyway'));
    await panel.receive(aMeeting());
    for (let turns = 0; turns < 10; turns += 1) await rendered();
    expect(text()).not.toContain(NOTICE);
  });

  it('is on screen, and nothing is said of it, where Dial out is', async () => {
    await window.open().receive(aMeeting());
    await eventually(() => the('button', 'Continue'));
    await pass(1);
    expect(text()).not.toContain(NOTICE);
  });

  it('is not told of to somebody who cannot dial', async () => {
    const storage = memoryStorage({ managed: { tabs: ['chat'] } });
    const panel = window.open({ isOnPage: true }, storage);
    await panel.receive(aMeeting());
    await eventually(() => expect(all('tab', 'People')).toEqual([]));
    // The notices are there, and with them what is kept was read.
    await panel.receive({ ...aMeeting(), recognised: false });
    await eventually(() => expect(document.querySelector('.site-notice')).not.toBeNull());
    for (let turns = 0; turns < 10; turns += 1) await rendered();
    expect(text()).not.toContain(NOTICE);
  });

  it('is not told of once it has ended', async () => {
    window.kept.set(KEPT_RUN, JSON.stringify({ ...LEFT, isDone: true }));
    await window.open({ isOnPage: true }).receive(aMeeting());
    await eventually(() => the('tab', 'Chat'));
    await pass(1);
    expect(text()).not.toContain(NOTICE);
  });
});

describe('a scenario that was interrupted', () => {
  const SCENARIO_NOTICE = 'A scenario was interrupted at 1 of 3.';
  const report = (name: string, outcome: string) => ({ name, outcome, seconds: 0, detail: '' });
  const SCENARIO = {
    scenario: { name: 'Smoke' },
    startedAt: 0,
    state: 'running',
    reports: [report('Dial', 'passed'), report('Join', 'running'), report('Leave', 'waiting')],
  };
  let window: ReturnType<typeof aWindow>;
  beforeEach(() => {
    window = aWindow();
    window.kept.set(KEPT_SCENARIO_RUN, JSON.stringify(SCENARIO));
  });

  it('is told of wherever its report is not on screen, with the way to it', async () => {
    await window.open().receive(aMeeting());
    await eventually(() => expect(text()).toContain(SCENARIO_NOTICE));
    await press('button', 'Show');
    await eventually(() => expect(text()).toContain('Interrupted: 1 of 3 steps had passed'));
    expect(the('tab', 'Testing').getAttribute('aria-selected')).toBe('true');
    expect(the('tab', 'Tests').getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement?.getAttribute('role')).toBe('tab');
    await press('tab', 'Chat');
    await pass(1);
    expect(text()).not.toContain(SCENARIO_NOTICE);
    await window.open().receive(aMeeting());
    await pass(1);
    expect(text()).not.toContain(SCENARIO_NOTICE);
  });

  it('is told of beside a list', async () => {
    window.kept.set(KEPT_RUN, JSON.stringify(LEFT));
    await window.open({ isOnPage: true }).receive(aMeeting());
    await eventually(() => expect(text()).toContain(SCENARIO_NOTICE));
    expect(text()).toContain(NOTICE);
  });

  it('is on screen, and nothing is said of it, where the panel opens with its report', async () => {
    window.kept.set('tab', '"testing"');
    window.kept.set('testing-view', '"tests"');
    await window.open().receive(aMeeting());
    await eventually(() => expect(text()).toContain('Interrupted: 1 of 3 steps had passed'));
    expect(text()).not.toContain(SCENARIO_NOTICE);
  });

  it('is told of in whichever view the panel opens', async () => {
    window.kept.set('tab', '"chat"');
    await window.open().receive(aMeeting());
    await eventually(() => expect(text()).toContain(SCENARIO_NOTICE));
    expect(the('tab', 'Chat').getAttribute('aria-selected')).toBe('true');
  });

  it('is not told of once it has ended, or to somebody without Testing', async () => {
    window.kept.set(KEPT_SCENARIO_RUN, JSON.stringify({ ...SCENARIO, state: 'failed' }));
    await window.open().receive(aMeeting());
    await pass(1);
    expect(text()).not.toContain(SCENARIO_NOTICE);
    window.kept.set(KEPT_SCENARIO_RUN, JSON.stringify(SCENARIO));
    const panel = window.open({}, memoryStorage({ managed: { tabs: ['chat'] } }));
    await panel.receive({ ...aMeeting(), recognised: false });
    await eventually(() => expect(document.querySelector('.site-notice')).not.toBeNull());
    for (let turns = 0; turns < 10; turns += 1) await rendered();
    expect(text()).not.toContain(SCENARIO_NOTICE);
  });
});
