// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aCall, aMeeting, openPanel, pass, press, START, spoken, the, type } from '../fixture';

const JOINED = { name: 'joined', uuid: 'u', at: START } as const;
const FAILED = { name: 'failed', message: 'busy', at: START } as const;

let panel: ReturnType<typeof openPanel>;
beforeEach(() => {
  vi.restoreAllMocks();
  panel = openPanel();
});

describe('the live region', () => {
  it('says each change of a call once', async () => {
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    expect(spoken()).toEqual([]);
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: JOINED })] }));
    expect(spoken()).toEqual(['alice: Joined']);
    const line = document.querySelector('[aria-live] p');
    await pass(5);
    await panel.receive(aMeeting({ chat: true, calls: [aCall('alice', { state: JOINED })] }));
    expect(document.querySelector('[aria-live] p')).toBe(line);
  });

  it('says that a call which was placed here has begun', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice');
    await press('button', 'Dial');
    const [request] = panel.sent;
    const id = request?.type === 'dial' ? request.call : '';
    await panel.receive(aMeeting({ calls: [aCall('alice', { id })] }));
    expect(spoken()).toEqual(['alice: Calling…']);
  });

  it('is silent about calls that it meets: just opened, or beside another tab', async () => {
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    await panel.receive(aMeeting({ calls: [aCall('bob', { state: FAILED })] }));
    expect(spoken()).toEqual([]);
  });

  it('says what the clock says, and what changed while the peer was away', async () => {
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    await pass(61);
    expect(spoken()).toEqual(['alice: No answer yet']);
    await panel.lose();
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: FAILED })] }));
    expect(spoken()).toEqual(['alice: Failed: busy']);
  });

  it('says the same words again as a new event, and several at once in lines', async () => {
    const [one, two] = [aCall('alice', { id: '1' }), aCall('alice', { id: '2' })];
    await panel.receive(aMeeting({ calls: [two, one] }));
    await panel.receive(aMeeting({ calls: [two, { ...one, state: JOINED }] }));
    const before = document.querySelector('[aria-live] p');
    await panel.receive(
      aMeeting({
        calls: [
          { ...two, state: JOINED },
          { ...one, state: JOINED },
        ],
      }),
    );
    expect(spoken()).toEqual(['alice: Joined']);
    expect(document.querySelector('[aria-live] p')).not.toBe(before);
    await panel.receive(aMeeting({ calls: [two, one].map((call) => ({ ...call, state: FAILED })) }));
    expect(spoken()).toEqual(['alice: Failed: busy', 'alice: Failed: busy']);
  });
});

describe('focus', () => {
  const destination = () => the('textbox', 'Destination');

  it('goes to Destination once when the panel opens beside a meeting', async () => {
    await panel.receive(aMeeting());
    expect(document.activeElement).toBe(destination());
    destination().blur();
    await panel.lose();
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    expect(document.activeElement).toBe(document.body);
  });

  const waiting = aMeeting({ plugin: { name: 'waiting' } });

  it('goes there when the plugin becomes ready later, if nothing else has it', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    await panel.receive(waiting);
    expect(document.activeElement).toBe(document.body);
    await panel.receive(aMeeting());
    expect(document.activeElement).toBe(destination());
  });

  it('is taken from no other element', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    await panel.receive(waiting);
    the('combobox', 'Role').focus();
    await panel.receive(aMeeting());
    expect(document.activeElement).toBe(the('combobox', 'Role'));
  });

  it('goes there in a panel that is being opened, whose plugin is greeted first', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await panel.receive(waiting);
    await panel.receive(aMeeting());
    expect(document.activeElement).toBe(destination());
  });

  it('is not taken from the page that the panel stands beside', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await panel.receive(waiting);
    await pass(2);
    await panel.receive(aMeeting());
    expect(document.activeElement).toBe(document.body);
  });

  it('stays where it is when calls change', async () => {
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    the('button', 'Dial').focus();
    await panel.receive(aMeeting({ calls: [aCall('bob'), aCall('alice', { state: FAILED })] }));
    expect(document.activeElement).toBe(the('button', 'Dial'));
  });
});
