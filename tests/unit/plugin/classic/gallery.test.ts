import { describe, expect, it } from 'vitest';
import { checkClassic } from '../../../../plugin/classic/check/check';
import { formatVerdict, type PluginVerdict } from '../../../../plugin/classic/check/verdict';
import { readFolder } from '../../../../scripts/files';
import { GALLERY } from './support/gallery';

const { verdicts, faults } = await checkClassic(readFolder('tests/fixtures/classic/gallery'));
const plain = ({ name }: PluginVerdict) => name.replace(/ \(.*/, '');
const HEAD = {
  whole: 'will run',
  part: 'will run in part, because',
  none: 'cannot do its work in Web App 3, because',
};

describe('the check of the gallery', () => {
  it('finds all sixteen, and nothing wrong with settings.json', () => {
    expect(verdicts.map(plain)).toEqual(Object.keys(GALLERY));
    expect(verdicts).toHaveLength(16);
    expect(faults).toEqual([]);
  });

  it.each(verdicts.map((verdict) => [plain(verdict), verdict] as const))('judges %s', (name, verdict) => {
    const { outlook, obstacle } = GALLERY[name] ?? {};
    expect(verdict).toMatchObject({ runs: true, outlook });
    const [head = '', ...rest] = formatVerdict(verdict).split('\n');
    expect(head).toContain(`) ${HEAD[verdict.outlook]}`);
    if (obstacle) expect(head).toContain(`because ${obstacle}`);
    else expect(head.endsWith(') will run')).toBe(true);
    expect(
      rest.filter((line) => !/^ {2}(?:settings\.json calls it|Its icon plugins\/mtw)/.test(line)),
    ).toEqual([]);
  });

  it('finds at least nine whole', () => {
    expect(verdicts.filter(({ outlook }) => outlook === 'whole').length).toBeGreaterThanOrEqual(9);
  });
});
