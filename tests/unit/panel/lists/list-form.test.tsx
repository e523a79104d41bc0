// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { open } from '../app/filled-panel';
import {
  aCall,
  all,
  aMeeting,
  choose,
  description,
  eventually,
  press,
  START,
  spoken,
  the,
  type,
} from '../fixture';

describe('a list', () => {
  it('begins with several lines that are pasted into Destination', async () => {
    await open('Dial out');
    the('textbox', 'Destination').focus();
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', {
      value: { getData: () => 'a@example.com\r\nb@example.com\r\n' },
    });
    the('textbox', 'Destination').dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    await eventually(() =>
      expect(the<HTMLTextAreaElement>('textbox', 'Destinations').value.split(/\r?\n/)).toContain(
        'b@example.com',
      ),
    );
    expect(spoken()).toEqual(['You pasted several lines. They’re now in Many.']);
    await eventually(() => expect(document.activeElement).toBe(the('textbox', 'Destinations')));
  });

  it('of pasted lines and presets is dialed, with its results', async () => {
    const panel = await open('Many');
    await eventually(() => the('checkbox', 'Carol'));
    await press('checkbox', 'Carol');
    await type('Destinations', 'alice@example.com\nhttps://meet.google.com/x');
    await choose('Simultaneous calls', '2');
    await press('button', 'Dial all');
    await eventually(() => expect(panel.sent).toHaveLength(2));
    const calls = panel.sent.flatMap((sent, index) =>
      sent.type === 'dial'
        ? [
            aCall('x', {
              id: sent.call,
              request: sent.request,
              state:
                index === 0 ? { name: 'joined', at: START } : { name: 'failed', message: 'busy', at: START },
            }),
          ]
        : [],
    );
    await panel.receive(aMeeting({ calls }));
    await eventually(() => expect(document.body.textContent).toContain('1 of 3 joined.'));
    const results = all('row', undefined, the('table', 'Results')).map(({ textContent }) => textContent);
    expect(results.slice(1)).toEqual([
      'CarolJoined0 sec',
      'alice@example.comFailed0 sec',
      'busy',
      'https://meet.google.com/xNot dialed',
      expect.stringMatching(/^Line 2: Google Meet link/),
    ]);
    await press('button', 'New list');
    await eventually(() => the('button', 'Dial all'));
  });

  it('that is empty is refused at its field', async () => {
    const { sent } = await open('Many', {});
    await eventually(() => the('button', 'Dial all'));
    await press('button', 'Dial all');
    await eventually(() =>
      expect(description(the('textbox', 'Destinations'))).toContain('Paste destinations'),
    );
    expect(sent).toEqual([]);
  });
});
