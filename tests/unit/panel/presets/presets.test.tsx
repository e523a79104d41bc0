// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { memoryStorage } from '../../../../settings/storage/memory';
import { all, description, eventually, press, rendered, the, type } from '../fixture';
import { chips, open, preset, withTwo } from './open-presets';

describe('the presets', () => {
  const manage = async (content: Parameters<typeof memoryStorage>[0] = withTwo) => {
    const panel = await open(content);
    await eventually(() => the('button', 'Manage'));
    await press('button', 'Manage');
    await eventually(() => expect(all('button', 'Delete').length).toBeGreaterThan(0));
    return panel;
  };
  const nth = (name: string, index: number) => all('button', name)[index]?.click();
  const names = () =>
    [...document.querySelectorAll('.manager .entry .destination')].map(({ textContent }) => textContent);

  it('are put in order', async () => {
    await manage();
    nth('Down', 0);
    await eventually(() => expect(names()).toEqual(['bob', 'alice']));
    nth('Up', 1);
    await eventually(() => expect(names()).toEqual(['alice', 'bob']));
  });

  const inGroup = (name: string, order: number, group: string) => ({
    [`preset.${name}`]: { ...preset(name, order)[`preset.${name}`], group },
  });
  const FOUR = {
    sync: {
      ...preset('alice', 0),
      ...inGroup('bob', 1, 'Labs'),
      ...inGroup('carol', 2, 'Rooms'),
      ...inGroup('dave', 3, 'Labs'),
    },
  };

  it('are listed by group, in the order of their keys', async () => {
    await open(FOUR);
    await eventually(() => the('list', 'Labs'));
    const names = (list: string) =>
      all('button', undefined, the('list', list)).map(({ textContent }) => textContent);
    expect([names('Presets'), names('Labs'), names('Rooms')]).toEqual([
      ['1alice'],
      ['2bob', '3dave'],
      ['4carol'],
    ]);
  });

  it('go from group to group with Alt and the arrows, which keeps the focus and is told', async () => {
    const { storage } = await manage(FOUR);
    expect(names()).toEqual(['alice', 'bob', 'dave', 'carol']);
    const edit = all('button', 'Edit')[2];
    const followed = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
    onTestFinished(() => followed.mockRestore());
    const press = () =>
      edit?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    edit?.focus();
    press();
    await eventually(() => expect(document.querySelector('.done')?.textContent).toContain('moved to Rooms.'));
    expect(names()).toEqual(['alice', 'bob', 'dave', 'carol']);
    press();
    await eventually(() => expect(names()).toEqual(['alice', 'bob', 'carol', 'dave']));
    expect(document.activeElement).toBe(edit);
    await eventually(() => expect(followed.mock.contexts).toContain(edit?.closest('li')));
    expect(await storage.sync.read()).toMatchObject({
      'preset.bob': { group: 'Labs', order: 1 },
      'preset.dave': { group: 'Rooms', order: 3 },
    });
  });

  it('are searched in the manager, too, without accents and case, and not arranged meanwhile', async () => {
    const rooms = Array.from({ length: 12 }, (_, at) => preset(`Réunion ${at + 1}`, at));
    await manage({ sync: Object.assign({}, ...rooms) });
    expect(all('button', 'Down')[0]?.matches(':disabled')).toBe(false);
    await type('Search presets', 'REUNION 12');
    expect(names()).toEqual(['Réunion 12']);
    expect(all('button', 'Up')[0]?.matches(':disabled')).toBe(true);
    expect(document.querySelector('.manager')?.textContent).not.toContain('Drag a preset');
    nth('Edit', 0);
    await eventually(() => the('form', 'Réunion 12'));
    // Nothing that was typed there is lost.
    await type('Search presets', 'nothing');
    expect(all('form', 'Réunion 12')).toHaveLength(1);
    await press('button', 'Cancel');
    expect(document.querySelector('.manager')?.textContent).toContain('No matching presets.');
    await type('Search presets', '');
    expect(names()).toHaveLength(12);
  });

  it('are put into a group in the editor, and taken out of it', async () => {
    const { storage } = await manage({ sync: preset('alice', 0) });
    for (const group of [' Labs ', '']) {
      nth('Edit', 0);
      const form = await eventually(() => the('form', 'alice'));
      const box = the<HTMLInputElement>('textbox', 'Group', form);
      box.value = group;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await rendered();
      await press('button', 'Save preset', form);
      await eventually(async () => {
        const stored = (await storage.sync.read())['preset.alice'];
        expect(Reflect.get(Object(stored), 'group')).toBe(group.trim() || undefined);
        expect(all('button', 'Edit')).toHaveLength(1);
      });
    }
  });

  it('can be searched from twelve on, and keep their keys', async () => {
    const many = (count: number) =>
      Object.assign({}, ...Array.from({ length: count }, (_, at) => preset(`p${at}`, at)));
    await open({ sync: many(11) });
    await eventually(() => expect(chips()).toHaveLength(11));
    expect(all('textbox', 'Search presets')).toEqual([]);
    await open({ sync: many(12) });
    await eventually(() => expect(chips()).toHaveLength(12));
    await type('Search presets', 'P3 example');
    await eventually(() => expect(chips()).toEqual(['4p3']));
    await type('Search presets', 'nothing');
    await eventually(() => expect(document.body.textContent).toContain('No matching presets.'));
  });

  it('are deleted, and brought back', async () => {
    await manage();
    nth('Delete', 0);
    await eventually(() => expect(names()).toEqual(['bob']));
    await eventually(() => the('button', 'Undo'));
    await press('button', 'Undo');
    await eventually(() => expect(names()).toEqual(['alice', 'bob']));
  });

  it('are edited, in all twelve fields', async () => {
    const { storage } = await manage({ sync: preset('alice', 0) });
    nth('Edit', 0);
    const form = await eventually(() => the('form', 'alice'));
    const fieldOf = (role: string, name: string) => the<HTMLInputElement>(role, name, form);
    // Those behind *More options* are loaded when the form is.
    await eventually(() =>
      expect([...all('textbox', undefined, form), ...all('combobox', undefined, form)]).toHaveLength(14),
    );
    for (const [name, text] of [
      ['Destination', ''],
      ['Preset name', 'Al'],
    ] as const) {
      fieldOf('textbox', name).value = text;
      fieldOf('textbox', name).dispatchEvent(new Event('input', { bubbles: true }));
    }
    await rendered();
    await press('button', 'Save preset', form);
    expect(description(fieldOf('textbox', 'Destination'))).toContain('Enter an address');
    fieldOf('textbox', 'Destination').value = 'al@example.com';
    fieldOf('textbox', 'Destination').dispatchEvent(new Event('input', { bubbles: true }));
    await rendered();
    await press('button', 'Save preset', form);
    await eventually(() => expect(names()).toEqual(['Al']));
    expect(await storage.sync.read()).toMatchObject({
      'preset.alice': { name: 'Al', request: { destination: 'al@example.com' } },
    });
  });

  it('read a destination that is typed over in the editor, and show what is saved', async () => {
    const { storage } = await manage({ sync: preset('alice', 0) });
    nth('Edit', 0);
    const form = await eventually(() => the('form', 'alice'));
    const destination = the<HTMLInputElement>('textbox', 'Destination', form);
    expect(description(destination)).not.toContain('dial');
    destination.value = 'Al <h323:al@example.com>';
    destination.dispatchEvent(new Event('input', { bubbles: true }));
    await eventually(() => expect(description(destination)).toContain('al@example.com'));
    await press('button', 'Save preset', form);
    await eventually(async () =>
      expect(await storage.sync.read()).toMatchObject({
        'preset.alice': { request: { destination: 'al@example.com', protocol: 'sip' } },
      }),
    );
  });

  it('keep a destination with a scheme that was saved as typed while another field is edited', async () => {
    const { storage } = await manage({ sync: preset('alice', 0, 'sip:alice@example.com') });
    nth('Edit', 0);
    const form = await eventually(() => the('form', 'alice'));
    const name = the<HTMLInputElement>('textbox', 'Preset name', form);
    name.value = 'Al';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await rendered();
    await press('button', 'Save preset', form);
    await eventually(async () =>
      expect(await storage.sync.read()).toMatchObject({
        'preset.alice': { name: 'Al', request: { destination: 'sip:alice@example.com' } },
      }),
    );
  });

  it('are imported after a look at what is in the file', async () => {
    await manage();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    const file = new File(
      [
        'name,destination,protocol\nCarol,carol@example.com,sip\nalice,alice@example.com,sip\n',
        'X,,sip\nCarol,carol@example.com,sip\n',
      ],
      'presets.csv',
    );
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    await eventually(() =>
      expect(document.body.textContent).toContain(
        '1 to import, 1 couldn’t be read, 1 already saved, 1 is a repeat',
      ),
    );
    expect(all('listitem', undefined, the('list', 'Couldn’t be read'))[0]?.textContent).toContain('Line 4: ');
    expect(names()).toEqual(['alice', 'bob']);
    await press('button', 'Import 1');
    await eventually(() => expect(names()).toEqual(['alice', 'bob', 'Carol']));
  });

  it('say that they are on this machine alone', async () => {
    await open({ local: { ...preset('alice', 0), 'presets.here': 'QUOTA_BYTES quota exceeded' } });
    await eventually(() => expect(document.body.textContent).toContain('Synced storage is full'));
  });
});
