// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { all, aMeeting, eventually, press, rendered, the, type } from '../fixture';
import { asked, destination, enter, joined, openDialPanel, withCalls } from './open-dial-panel';

let panel: ReturnType<typeof openDialPanel>;
beforeEach(() => {
  panel = openDialPanel();
});

describe('a second Enter', () => {
  it('meets the text selected, so that the next destination takes its place', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await eventually(() =>
      expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]),
    );
  });

  it('meets it selected before it is known what comes of the first', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    destination().focus();
    destination().form?.requestSubmit();
    expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]);
    expect(panel.sent).toEqual([]);
  });

  it('meets it selected after a click on Dial, too', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    the('button', 'Dial').focus();
    await press('button', 'Dial');
    await eventually(() => expect(document.activeElement).toBe(destination()));
    expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]);
  });

  it('is not led to it once somebody has turned to the page', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    the('button', 'Dial').focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await rendered();
    expect(document.activeElement).toBe(the('button', 'Dial'));
    vi.restoreAllMocks();
  });

  it('leaves the text alone where nothing was dialed', async () => {
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
    await type('Destination', 'alice@example.com');
    destination().setSelectionRange(5, 5);
    await enter();
    expect(panel.sent).toEqual([]);
    expect(destination().selectionStart).toBe(5);
  });

  it('asks before the first call has even been reported', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice@example.com');
    await enter();
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await enter();
    expect((await asked()).textContent).toContain('alice@example.com is already being called.');
    expect(panel.sent).toHaveLength(1);
  });

  it('does not dial by a third Enter: the question has Cancel in focus', async () => {
    await withCalls(joined());
    await type('Destination', 'alice@example.com');
    await enter();
    await asked();
    await eventually(() => expect(document.activeElement).toBe(the('button', 'Cancel')));
    await press('button', 'Cancel');
    await rendered();
    expect(panel.sent).toEqual([]);
    // What was selected before is so again.
    destination().focus();
    destination().select();
    await enter();
    await asked();
    destination().focus();
    await press('button', 'Cancel');
    await eventually(() => expect(all('dialog')).toEqual([]));
    await rendered();
    expect([destination().selectionStart, destination().selectionEnd]).toEqual([0, 17]);
  });
});
