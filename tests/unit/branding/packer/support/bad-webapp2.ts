import { type Package, webapp2 } from './packages';

export const MANIFEST = 'webapp2/manifest.json';
export const SETTINGS = 'webapp2/settings.json';
export const FILE = 'webapp2/plugins/record/record.package.json';
export const SOURCE = 'webapp2/plugins/record/record.plugin.js';

export const withFile = (path: string, content: string | object): Package => ({
  ...webapp2(),
  [path]: content,
});
export const withSettings = (change: object): Package =>
  withFile(SETTINGS, {
    plugins: [{ id: 'record-1.0', srcURL: 'plugins/record/record.package.json', enabled: true, ...change }],
  });
export const withField = (change: object): Package =>
  withFile(FILE, { ...(webapp2()[FILE] as object), ...change });
export const withItem = (item: object): Package =>
  withField({ menuItems: { toolbar: [{ icon: null, label: null, action: 'record', ...item }] } });
export const withScript = (change: (script: string) => string): Package =>
  withFile(SOURCE, change(String(webapp2()[SOURCE])));
export const without = (path: string): Package => {
  const { [path]: _, ...rest } = webapp2();
  return rest;
};
