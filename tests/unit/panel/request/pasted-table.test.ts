import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../panel/lists/lines';
import { readImport } from '../../../../panel/presets/read-presets';
import { detect } from '../../../../panel/request/detect/detect';
import { EMPTY_DRAFT } from '../../../../panel/request/draft';
import { readRequest } from '../../../../panel/request/read-request';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';

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
  const [target] = await readLines(text, settings);
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

  it('gives the same in the form, Lists, CSV and presets', async () => {
    expect({
      form: await fromForm(text),
      lists: await fromLists(text),
      csv: await fromCsv(text),
      json: await fromJson(text),
    }).toEqual({ form: destination, lists: destination, csv: destination, json: destination });
  });
});
