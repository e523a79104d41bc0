// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../protocol/meeting';
import { aCall, all, eventually, openView, pass, press, says, the, type, value } from '../fixture';
import { paste } from '../lists/open-lists';
import { aWindow, dialsOf, HERE } from './a-window';

/** A list of four, of which one has failed and one is ringing when its panel closes, after `before`. */
async function interrupted(before = async () => {}) {
  const window = aWindow();
  const first = window.open();
  await first.receive(HERE);
  await openView('Many');
  await eventually(() => the('textbox', 'Destinations'));
  await type('Destinations', 'sip:ann@x.example\nsip:bob@x.example\nsip:cid@x.example\nsip:dan@x.example');
  await press('button', 'Dial all');
  await eventually(() => expect(dialsOf(first)).toHaveLength(1));
  const [ann] = dialsOf(first);
  const failed: Call = aCall('ann@x.example', {
    id: ann?.call ?? '',
    state: { name: 'failed', message: 'No route', at: 0 },
  });
  await first.receive({ ...HERE, calls: [failed] });
  await eventually(() => expect(dialsOf(first)).toHaveLength(2));
  const ringing = aCall('bob@x.example', { id: dialsOf(first)[1]?.call ?? '' });
  const meeting = { ...HERE, calls: [ringing, failed] };
  await first.receive(meeting);
  await before();
  await eventually(() => expect(window.kept.get('list-run')).toContain('No route'));
  return { window, meeting };
}

describe('a list whose panel was closed under it', () => {
  it('waits in the next panel, and goes on where it was when the user continues', async () => {
    const { window, meeting } = await interrupted();
    const panel = window.open();
    await panel.receive(meeting);
    await says('Interrupted at 1 of 4.');
    await pass(30);
    expect(dialsOf(panel)).toEqual([]);
    expect(document.body.textContent).toContain('No route');
    the('button', 'Save results');
    await press('button', 'Continue');
    const [ringing, ...others] = meeting.calls;
    if (!ringing) throw new Error('No call rings.');
    await panel.receive({ ...meeting, calls: [{ ...ringing, state: { name: 'joined', at: 1 } }, ...others] });
    await eventually(() => expect(dialsOf(panel)[0]?.request.destination).toBe('cid@x.example'));
    expect(dialsOf(panel)[0]).toMatchObject({ page: 1, meeting: 'm1', load: 0 });
  });

  it('can be continued once New list was undone', async () => {
    const { window, meeting } = await interrupted();
    const panel = window.open();
    await panel.receive(meeting);
    await says('Interrupted at 1 of 4.');
    await press('button', 'New list');
    await press('button', 'Undo');
    await says('Interrupted at 1 of 4.');
    await pass(30);
    expect(dialsOf(panel)).toEqual([]);
    await press('button', 'Continue');
    const joined = meeting.calls.map((call): Call => ({ ...call, state: { name: 'joined', at: 1 } }));
    await panel.receive({ ...meeting, calls: joined });
    await eventually(() => expect(dialsOf(panel)[0]?.request.destination).toBe('cid@x.example'));
  });

  it('can be continued in the next panel once New list was undone there', async () => {
    const { window, meeting } = await interrupted();
    await window.open().receive(meeting);
    await says('Interrupted at 1 of 4.');
    await press('button', 'New list');
    await eventually(() => expect(window.kept.has('list-aside')).toBe(true));
    await window.open().receive(meeting);
    await says('Results closed.');
    await press('button', 'Undo');
    await says('Interrupted at 1 of 4.');
    await eventually(() => expect(window.kept.has('list-aside')).toBe(false));
    the('button', 'Continue');
  });

  it('makes room for lines that are pasted, until that is undone, in the next panel, too', async () => {
    const { window, meeting } = await interrupted();
    await window.open().receive(meeting);
    await says('Interrupted at 1 of 4.');
    await press('tab', 'One');
    await paste('eve@x.example\nfay@x.example');
    await eventually(() => expect(value('textbox', 'Destinations')).toContain('fay@x.example'));
    await eventually(() => expect(window.kept.get('replaced-lines')).toContain('ann@x.example'));
    await eventually(() => expect(window.kept.has('list-aside')).toBe(true));
    await window.open().receive(meeting);
    await says('2 lines pasted from Destination.');
    expect(value('textbox', 'Destinations')).toContain('fay@x.example');
    await pass(1);
    await press('button', 'Undo');
    await says('Interrupted at 1 of 4.');
  });

  it('leaves Many in front, also for the panel after the next', async () => {
    const { window, meeting } = await interrupted();
    await window.open().receive(meeting);
    await says('Interrupted at 1 of 4.');
    await press('button', 'New list');
    await eventually(() => expect(window.kept.get('dial-view')).toBe('"many"'));
    await window.open().receive(meeting);
    await eventually(() => expect(the('tab', 'Many').getAttribute('aria-selected')).toBe('true'));
  });

  it('can be continued in the meeting that it began in and in no other', async () => {
    const { window } = await interrupted();
    const panel = window.open();
    await panel.sayOn(2, { ...HERE, alias: 'another.meeting' });
    await says('Interrupted at 1 of 4. To continue, go back to the meeting “qa.meeting');
    expect(all('button', 'Continue')).toEqual([]);
    the('button', 'Save results');
    // Its page was loaded again: the same meeting, and the call that rang is not known there.
    await panel.sayOn(3, HERE);
    await eventually(() => the('button', 'Continue'));
    await pass(5);
    expect(dialsOf(panel)).toEqual([]);
    await press('button', 'Continue');
    await eventually(() => expect(dialsOf(panel)[0]).toMatchObject({ page: 3, load: 0 }));
    await says('Outcome unknown');
    // From here on it belongs to that load of the page, until the user goes on in another.
    const placed = dialsOf(panel).length;
    await panel.sayOn(4, HERE);
    await says('was reloaded. Select Resume');
    await pass(5);
    expect(dialsOf(panel)).toHaveLength(placed);
  });

  it('is not interrupted if the user had stopped it: it waits for the calls that are open', async () => {
    const { window, meeting } = await interrupted(() => press('button', 'Stop'));
    const panel = window.open();
    await panel.receive(meeting);
    await openView('Many');
    await says('Stopped. Waiting for 1 call.');
    expect(document.body.textContent).not.toContain('Interrupted');
    expect(all('button', 'Continue')).toEqual([]);
    const [ringing, ...others] = meeting.calls;
    if (!ringing) throw new Error('No call rings.');
    await panel.receive({ ...meeting, calls: [{ ...ringing, state: { name: 'joined', at: 1 } }, ...others] });
    await says('1 of 4 joined.');
    expect(dialsOf(panel)).toEqual([]);
  });

  it('is gone once the user begins a new list', async () => {
    const { window, meeting } = await interrupted();
    const second = window.open();
    await second.receive(meeting);
    await says('Interrupted');
    await press('button', 'New list');
    await eventually(() => expect(window.kept.has('list-run')).toBe(false));
    await window.open().receive(meeting);
    await openView('Many');
    await eventually(() => expect(value('textbox', 'Destinations')).toContain('ann@x.example'));
    expect(document.body.textContent).not.toContain('Interrupted');
  });
});
