import { type Package, webapp3 } from './packages';

export const MANIFEST = 'webapp3/branding/manifest.json';
export const PLUGIN = 'webapp3/branding/plugins/clock/';
export const PAGE = `${PLUGIN}index.html`;
export const SCRIPT = `${PLUGIN}clock.js`;

export const withFile = (path: string, content: string | object): Package => ({
  ...webapp3(),
  [path]: content,
});

export function without(path: string): Package {
  const { [path]: _, ...rest } = webapp3();
  return rest;
}

export const withManifest = (change: object): Package =>
  withFile(MANIFEST, { ...(webapp3()[MANIFEST] as object), ...change });

export const withPlugin = (change: object): Package =>
  withManifest({ plugins: [{ id: 'clock', src: './plugins/clock/index.html', ...change }] });
