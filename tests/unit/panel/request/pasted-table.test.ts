// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../panel/lists/lines';
import { editedPreset } from '../../../../panel/presets/edited-preset';
import { PresetEditor } from '../../../../panel/presets/preset-editor';
import { readImport } from '../../../../panel/presets/read-presets';
import { detect } from '../../../../panel/request/detect/detect';
import { EMPTY_DRAFT } from '../../../../panel/request/draft';
import { createPanelPresets } from '../../../../panel/request/presets';
import { readRequest } from '../../../../panel/request/read-request';
import type { Preset } from '../../../../settings/presets/preset';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { createSettingsStore } from '../../../../settings/settings-store';
import { memoryStorage } from '../../../../settings/storage/memory';
import { until } from '../../../until';

/** What was pasted, and what of it goes to the node; '' is what cannot be dialed. */
type Row = {
  text: string;
  destination: string;
  protocol: string;
  tones?: string;
  name?: string;
  notes: readonly string[];
};

const rows: readonly Row[] = JSON.parse(readFileSync('tests/fixtures/pasted-text.json', 'utf8'));
const settings = { ...DEFAULT_SETTINGS, region: 'NO' };

/** What the form sends of a text, or that it sends nothing. */
async function fromForm(text: string): Promise<string> {
  const read = await readRequest({ ...EMPTY_DRAFT, destination: text }, settings);
  return read.ok ? read.value.request.destination : '';
}

async function fromLists(text: string): Promise<string> {
  const [target] = (await readLines(text, settings)).targets;
  return target && 'request' in target ? target.request.destination : '';
}

async function fromCsv(text: string): Promise<string> {
  const { good } = await readImport(`name,destination\nX,"${text.replaceAll('"', '""')}"\n`, 'NO');
  return good[0]?.request.destination ?? '';
}

async function fromJson(text: string): Promise<string> {
  const { good } = await readImport(JSON.stringify([{ name: 'X', destination: text }]), 'NO');
  return good[0]?.request.destination ?? '';
}

/** A preset of a policy, as the panel has it. */
async function fromPolicy(text: string): Promise<string> {
  const stop = new AbortController();
  const storage = memoryStorage({
    managed: { presets: [{ destination: text }], settings: { region: 'NO' } },
  });
  const known = createSettingsStore(storage, stop.signal);
  await known.loaded;
  const made = createPanelPresets(storage, known, stop.signal);
  await made.loaded;
  stop.abort();
  return made.presets.value[0]?.request.destination ?? '';
}

/** A preset whose destination was typed over in its editor. */
async function fromEditor(text: string): Promise<string> {
  const request = { destination: 'old', protocol: 'auto', role: 'GUEST' } as const;
  const root = document.body.appendChild(document.createElement('div'));
  const preset: Preset = { id: '1', name: 'X', request };
  let saved: Preset | undefined;
  await act(() =>
    render(
      h(PresetEditor, {
        preset,
        edited: editedPreset(preset),
        region: 'NO',
        signal: new AbortController().signal,
        onEdit() {},
        onSave: (changed) => {
          saved = changed;
        },
        onCancel() {},
      }),
      root,
    ),
  );
  const input = root.querySelector<HTMLInputElement>('.field-destination input');
  if (!input) throw new Error('The editor has no destination.');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  root.querySelector('form')?.requestSubmit();
  const isAnswered = () => saved !== undefined || root.querySelector('.error') !== null;
  await until(() => expect(isAnswered()).toBe(true));
  render(null, root);
  root.remove();
  return saved?.request.destination ?? '';
}

describe('the table of pasted text', () => {
  it('has at least 150 rows, each once', () => {
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });
});

describe.each(rows)('$text', ({ text, destination, protocol, tones, name, notes }) => {
  it(`is read as ${destination || 'nothing to dial'}, with its notes`, async () => {
    expect(await detect(text, 'NO')).toMatchObject({
      destination,
      protocol,
      notes,
      ...(tones !== undefined && { tones }),
      ...(name !== undefined && { name }),
    });
  });

  it('gives the same in the form, Lists, files, policies and the editor of presets', async () => {
    expect({
      form: await fromForm(text),
      lists: await fromLists(text),
      csv: await fromCsv(text),
      json: await fromJson(text),
      policy: await fromPolicy(text),
      editor: await fromEditor(text),
    }).toEqual({
      form: destination,
      lists: destination,
      csv: destination,
      json: destination,
      policy: destination,
      editor: destination,
    });
  });
});
