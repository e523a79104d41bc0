// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { readManagedPolicy } from '../../../../../settings/managed';
import { memoryStorage } from '../../../../../settings/storage/memory';
import {
  aCall,
  aMeeting,
  description,
  eventually,
  openPanel,
  openView,
  press,
  rendered,
  START,
  the,
  type,
} from '../../fixture';

const NOT_ALLOWED = 'Your administrator doesn’t allow calls to this destination.';

async function openWith(allow: unknown) {
  const storage = memoryStorage({ managed: { allow } });
  const panel = openPanel(storage);
  await panel.receive(aMeeting());
  const dialed = () => panel.sent.filter((sent) => sent.type === 'dial' || sent.type === 'send-raw');
  return { panel, storage, dialed };
}

describe('attack: something is dialed past the allow-list', () => {
  it('by the second address of a stream: nothing is dialed, and the field says why', async () => {
    const { dialed } = await openWith(['rtmp://live.example.com/*']);
    await type('Destination', 'rtmp://live.example.com/key');
    await type('Presentation URL', 'rtmp://evil.test/slides');
    await press('button', 'Dial');
    const field = () => the('textbox', 'Presentation URL');
    await eventually(() => expect(description(field())).toContain(NOT_ALLOWED));
    expect(dialed()).toEqual([]);
    await type('Presentation URL', 'rtmp://live.example.com/slides');
    await press('button', 'Dial');
    await eventually(() => expect(dialed()).toHaveLength(1));
  });

  it('by a list that runs while the policy changes: the rest is not dialed, and says why', async () => {
    const { panel, storage, dialed } = await openWith(['*@example.com', '*@example.org']);
    await openView('Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'a@example.com\nb@example.org\nc@example.com');
    await eventually(() => the('button', 'Dial all'));
    await press('button', 'Dial all');
    await eventually(() => expect(dialed()).toHaveLength(1));
    await storage.managed.set({ allow: ['*@example.com'] });
    await vi.dynamicImportSettled();
    await rendered();
    const [first] = dialed();
    const id = first?.type === 'dial' ? first.call : '';
    const joined = aCall('a@example.com', { id, state: { name: 'joined', at: START } });
    await panel.receive(aMeeting({ calls: [joined] }));
    await eventually(() => expect(document.body.textContent).toContain(NOT_ALLOWED));
    await eventually(() => expect(dialed()).toHaveLength(2));
    const reached = dialed().map((each) => each.type === 'dial' && each.request.destination);
    expect(reached).toEqual(['a@example.com', 'c@example.com']);
  });

  it('by a scenario that sends the call as a message: it is refused as a dialed one', async () => {
    const { dialed } = await openWith(['*@example.com']);
    await openView('Tests');
    const send = (destination: unknown) => ({
      name: 'Dial',
      do: 'send',
      message: 'dial-out',
      payload: { role: 'GUEST', protocol: 'sip', destination },
    });
    const run = async (destination: unknown) => {
      const scenario = { version: 1, name: 'Harmless', steps: [send(destination)] };
      await eventually(() => the('textbox', 'Or paste it here'));
      await type('Or paste it here', JSON.stringify(scenario));
      await press('button', 'Run');
    };
    await run(['alice@example.com']);
    await eventually(() => expect(document.body.textContent).toContain(NOT_ALLOWED));
    expect(dialed()).toEqual([]);
    await press('button', 'Run another');
    await run('alice@example.com');
    await eventually(() => expect(dialed()).toHaveLength(1));
  });

  it('by a policy whose reading fails: nothing is dialed', async () => {
    const managed = {
      get allow(): never {
        throw new RangeError('too much recursion');
      },
    };
    const storage = memoryStorage();
    const policy = await readManagedPolicy({ managed: { ...storage.managed, read: async () => managed } });
    expect(policy.allows?.('alice@example.com')).toBe(false);
    expect(policy.problems).toEqual(['RangeError: too much recursion']);
  });
});
