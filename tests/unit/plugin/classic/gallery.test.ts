import { describe, expect, it } from 'vitest';
import { checkClassic } from '../../../../plugin/classic/check/check';
import { formatCheck, type PluginCheck } from '../../../../plugin/classic/check/plugin-check';
import { readFolder } from '../../../../scripts/files';
import { GALLERY } from './support/gallery';

const { checks, faults } = await checkClassic(readFolder('tests/fixtures/classic/gallery'));
const plain = ({ name }: PluginCheck) => name.replace(/ \(.*/, '');
const HEAD = {
  whole: 'will run',
  part: 'will run in part, because',
  none: 'cannot do its work in Web App 3, because',
};

describe('the check of the gallery', () => {
  it('finds all sixteen, and nothing wrong with settings.json', () => {
    expect(checks.map(plain)).toEqual(Object.keys(GALLERY));
    expect(checks).toHaveLength(16);
    expect(faults).toEqual([]);
  });

  it.each(checks.map((check) => [plain(check), check] as const))('judges %s', (name, check) => {
    const { outlook, obstacle } = GALLERY[name] ?? {};
    expect(check).toMatchObject({ runs: true, outlook });
    const [head = '', ...rest] = formatCheck(check).split('\n');
    expect(head).toContain(`) ${HEAD[check.outlook]}`);
    if (obstacle) expect(head).toContain(`because ${obstacle}`);
    else expect(head.endsWith(') will run')).toBe(true);
    expect(
      rest.filter((line) => !/^ {2}(?:settings\.json calls it|Its icon plugins\/mtw)/.test(line)),
    ).toEqual([]);
  });

  it('finds at least nine whole', () => {
    expect(checks.filter(({ outlook }) => outlook === 'whole').length).toBeGreaterThanOrEqual(9);
  });
});
