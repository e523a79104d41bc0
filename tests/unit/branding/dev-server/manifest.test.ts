import { describe, expect, it } from 'vitest';
import { withPlugin } from '../../../../branding/dev-server/manifest';

const local = { id: 'external-chat', src: 'https://localhost:5173/index.html', sandboxValues: [] };
const other = { id: 'other', src: './plugins/other/index.html' };

describe('the manifest that names the local plugin', () => {
  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'manifest'],
  ])('is a minimal one where the deployment has %s', (_, manifest) => {
    expect(withPlugin(manifest, local)).toEqual({ version: 0, plugins: [local] });
  });

  it('keeps all else, and its order', () => {
    const manifest = {
      version: 0,
      unknown: { kept: true },
      plugins: [{ id: 'external-chat', src: './x', sandboxValues: ['allow-popups'] }, other, null],
      brandName: 'Clinic',
    };
    const changed = withPlugin(manifest, local);
    expect(changed).toEqual({ ...manifest, plugins: [local, other, null] });
    expect(Object.keys(changed)).toEqual(Object.keys(manifest));
  });

  it('adds it behind the others', () => {
    expect(withPlugin({ plugins: [other] }, local)).toEqual({ plugins: [other, local] });
    expect(withPlugin({ brandName: 'Clinic' }, local)).toEqual({ brandName: 'Clinic', plugins: [local] });
  });
});
