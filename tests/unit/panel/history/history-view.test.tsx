// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { open } from '../app/filled-panel';
import {
  aCall,
  all,
  aMeeting,
  byId,
  eventually,
  press,
  rendered,
  START,
  spoken,
  the,
  type,
} from '../fixture';

describe('the history', () => {
  const rows = () => all('listitem', undefined, the('list', 'History'));

  it('lists calls, searches, and dials again', async () => {
    const { sent } = await open('Earlier');
    await eventually(() => expect(rows()).toHaveLength(2));
    await type('Search the history', 'alice');
    expect(rows()).toHaveLength(1);
    await press('button', 'Dial again');
    await eventually(() =>
      expect(sent).toMatchObject([{ type: 'dial', request: { destination: 'alice@example.com' } }]),
    );
  });

  it('fills in the form where something was not kept', async () => {
    const { sent } = await open('Earlier');
    await eventually(() => the('button', 'Copy to form'));
    await press('button', 'Copy to form');
    await rendered();
    expect(the<HTMLInputElement>('textbox', 'Destination').value).toBe('bob@example.com');
    expect(byId('view-dial-out').hidden).toBe(false);
    expect(sent).toEqual([]);
  });

  it('is cleared, and brought back', async () => {
    await open('Earlier');
    await eventually(() => the('button', 'Clear history'));
    await press('button', 'Clear history');
    await eventually(() => expect(document.body.textContent).toContain('2 calls cleared.'));
    expect(rows()).toHaveLength(0);
    await press('button', 'Undo');
    await eventually(() => expect(rows()).toHaveLength(2));
  });

  it('says in the button, too, that a destination was copied', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
    onTestFinished(() => void vi.unstubAllGlobals());
    await open('Earlier');
    await eventually(() => expect(rows()).toHaveLength(2));
    await press('button', 'Copy', rows()[0]);
    await eventually(() => the('button', 'Copied.', rows()[0]));
    expect(writeText.mock.calls).toEqual([['alice@example.com']]);
    expect(spoken()).toEqual(['Copied.']);
  });

  it('writes down what is dialed', async () => {
    const panel = await open('Earlier', {});
    await panel.receive(
      aMeeting({ calls: [aCall('dave', { state: { name: 'failed', message: 'busy', at: START } })] }),
    );
    await eventually(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]?.textContent).toContain('Failed: busy');
  });
});
