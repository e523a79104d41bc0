// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '../../../../panel/request/draft';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, description, eventually, openView, press, rendered, the, type, value } from '../fixture';
import { chips, withTwo } from '../presets/open-presets';
import { aWindow, HERE } from './a-window';

describe('the editor of a preset, in the panel that comes back,', () => {
  const editor = () => the('form', 'alice');
  const field = (name: string) => the<HTMLInputElement>('textbox', name, editor());
  const fill = (name: string, text: string) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('input', { bubbles: true }));
    return rendered();
  };

  /** Changes a preset in a panel that is closed before it is saved, and opens the next. */
  async function leftOpen() {
    const storage = memoryStorage(withTwo);
    const window = aWindow();
    await window.open({}, storage).receive(HERE);
    await eventually(() => the('button', 'Manage'));
    await press('button', 'Manage');
    await eventually(() => expect(all('button', 'Edit')).toHaveLength(2));
    all('button', 'Edit')[0]?.click();
    await eventually(() => editor());
    await fill('Preset name', 'Ali');
    await fill('Group', 'Team');
    await fill('Destination', 'half@');
    await fill('DTMF sequence', ',,12');
    await eventually(() => expect(window.kept.get('preset-editor')).toContain(',,12'));
    await window.open({}, storage).receive(HERE);
    await eventually(() => editor());
    return window;
  }

  it('has what was typed into it, and is gone once it is saved', async () => {
    const { kept } = await leftOpen();
    expect(['Preset name', 'Group', 'Destination', 'DTMF sequence'].map((name) => field(name).value)).toEqual(
      ['Ali', 'Team', 'half@', ',,12'],
    );
    await fill('Destination', 'ali@example.com');
    await press('button', 'Save preset', editor());
    await eventually(() => expect(kept.has('preset-editor')).toBe(false));
    await press('button', 'Manage');
    await eventually(() => expect(all('button', 'Ali')).toHaveLength(1));
  });

  it('is gone once it is canceled', async () => {
    const { kept } = await leftOpen();
    await press('button', 'Cancel', editor());
    await eventually(() => expect(kept.has('preset-editor')).toBe(false));
    await press('button', 'Manage');
    await eventually(() => expect(chips()).toEqual(['1alice', '2bob']));
  });
});

describe('a request body that is wrong, in the panel that comes back,', () => {
  const body = () => the<HTMLTextAreaElement>('textbox', 'Request body');
  const details = () => document.querySelector<HTMLDetailsElement>('.request-body');
  const WRONG = '{"role":"GUEST","dest';

  /** Edits the body of a form with a destination in a panel that is closed then, and opens the next. */
  async function leftWrong(text: string, window = aWindow()) {
    await window.open().receive(HERE);
    await type('Destination', 'sip:alice@example.com');
    const closed = details();
    if (!closed) throw new Error('The request body is missing.');
    closed.open = true;
    closed.dispatchEvent(new Event('toggle'));
    await eventually(() => body());
    await type('Request body', text);
    await eventually(() => expect(window.kept.get('form')).toContain(JSON.stringify(text).slice(1, -1)));
    const panel = window.open();
    await panel.receive(HERE);
    await eventually(() => body());
    return { window, panel };
  }

  it('is open with its text and its error, and keeps the form from being dialed', async () => {
    const { panel } = await leftWrong(WRONG);
    expect(body().value).toBe(WRONG);
    expect(details()?.open).toBe(true);
    expect(description(body())).toContain('Not valid JSON');
    expect(value('textbox', 'Destination')).toBe('sip:alice@example.com');
    await press('button', 'Dial');
    await rendered();
    expect(panel.sent.filter((request) => request.type === 'dial')).toEqual([]);
    expect(document.activeElement).toBe(body());
  });

  it('is forgotten once it is corrected, or the form is edited in its place', async () => {
    const { window } = await leftWrong(WRONG);
    await type('Destination', 'sip:bob@example.com');
    await eventually(() => expect(window.kept.get('form')).not.toContain('wrongBody'));
    await leftWrong(WRONG, window);
    await type('Request body', '{"role":"GUEST","destination":"carl","protocol":"sip"}');
    await eventually(() => expect(window.kept.get('form')).not.toContain('wrongBody'));
    expect(value('textbox', 'Destination')).toBe('carl');
  });

  it('comes back also if it is all that the form has', async () => {
    const window = aWindow();
    window.kept.set(
      'form',
      JSON.stringify({
        draft: EMPTY_DRAFT,
        isExact: false,
        wrongBody: { text: '[', error: 'Not valid JSON.' },
      }),
    );
    await window.open().receive(HERE);
    await eventually(() => expect(body().value).toBe('['));
    expect(window.kept.get('form')).toContain('"["');
  });
});

describe('a name, in the panel that comes back,', () => {
  it('is as it was left for a new preset, which it can still be given', async () => {
    const storage = memoryStorage();
    const window = aWindow();
    await window.open({}, storage).receive(HERE);
    await type('Destination', 'sip:alice@example.com');
    await press('button', 'Save');
    await eventually(() => expect(value('textbox', 'Preset name')).toBe('alice@example.com'));
    await type('Preset name', 'Ali');
    await eventually(() => expect(window.kept.has('preset-name')).toBe(true));
    await window.open({}, storage).receive(HERE);
    await eventually(() => expect(value('textbox', 'Preset name')).toBe('Ali'));
    await press('button', 'Save preset');
    await eventually(() => expect(chips()).toEqual(['1Ali']));
    expect(window.kept.has('preset-name')).toBe(false);
  });

  it('is as it was left for a list, new or saved', async () => {
    const storage = memoryStorage();
    const window = aWindow();
    const toLists = async () => {
      await window.open({}, storage).receive(HERE);
      await openView('Many');
      await eventually(() => the('textbox', 'Destinations'));
    };
    await toLists();
    await type('Destinations', 'alice@example.com');
    await press('button', 'Save list');
    await type('List name', 'Mon');
    await eventually(() => expect(window.kept.has('list-name')).toBe(true));
    await toLists();
    await eventually(() => expect(value('textbox', 'List name')).toBe('Mon'));
    await press('button', 'Save list');
    await eventually(() => the('button', 'Rename'));
    expect(window.kept.has('list-name')).toBe(false);
    await press('button', 'Rename');
    await type('List name', 'Mond');
    await eventually(() => expect(window.kept.has('list-rename')).toBe(true));
    await toLists();
    await eventually(() => expect(value('textbox', 'List name')).toBe('Mond'));
    await press('button', 'Cancel');
    await eventually(() => expect(window.kept.has('list-rename')).toBe(false));
  });
});
