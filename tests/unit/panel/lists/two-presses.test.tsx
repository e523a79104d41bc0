// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { aCall, aMeeting, choose, eventually, press, START, the, type } from '../fixture';
import { open, toLists } from './open-lists';

/** Presses a button twice without a gap, as the switch of a worn mouse does. */
function pressTwice(name: string) {
  const button = the('button', name);
  button.click();
  button.click();
}

describe('two presses without a gap dial each destination once:', () => {
  async function openWith(lines: string) {
    const panel = await open();
    await toLists();
    await choose('Simultaneous calls', '5');
    await type('Destinations', lines);
    await eventually(() => expect(document.body.textContent).toContain('will be dialed'));
    const calls = () => panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));
    const dialed = () => calls().map(({ request }) => request.destination);
    return { panel, calls, dialed };
  }

  it('Dial all', async () => {
    const { dialed } = await openWith('x@x.example\ny@x.example');
    pressTwice('Dial all');
    await eventually(() => expect(dialed()).toContain('y@x.example'));
    expect(dialed()).toEqual(['x@x.example', 'y@x.example']);
  });

  it('Dial the failed ones again, and again after those', async () => {
    const { panel, calls, dialed } = await openWith('x@x.example\ny@x.example');
    const fail = () =>
      panel.receive(
        aMeeting({
          calls: calls().map(({ call, request }) =>
            aCall(request.destination, {
              id: call,
              request,
              state: { name: 'failed', message: 'busy', at: START },
            }),
          ),
        }),
      );
    await press('button', 'Dial all');
    await eventually(() => expect(dialed()).toHaveLength(2));
    for (const count of [4, 6]) {
      await fail();
      await eventually(() => the('button', 'Dial the failed ones again'));
      pressTwice('Dial the failed ones again');
      await eventually(() => expect(dialed().slice(count - 2)).toContain('y@x.example'));
      expect(dialed().slice(count - 2)).toEqual(['x@x.example', 'y@x.example']);
    }
  });
});
