import { describe, expect, it } from 'vitest';
import { writeZip } from '../../../../branding/packer/zip/write';
import { filesOfZip, settingsFolder } from '../../../../plugin/classic/check/given';

const encode = (text: string) => new TextEncoder().encode(text);
const files = (...paths: string[]) => new Map(paths.map((path) => [path, encode(path)]));
const found = (...paths: string[]) => {
  const folder = settingsFolder(files(...paths), 'given');
  return folder.ok ? [...folder.value.keys()] : folder.error;
};

describe('the folder with settings.json', () => {
  it.each([
    ['at the root', ['settings.json', 'plugins/a/a.js']],
    ['in webapp2', ['webapp2/settings.json', 'webapp2/plugins/a/a.js', 'webapp3/branding/manifest.json']],
    ['in a folder of a ZIP tool', ['brand/webapp2/settings.json', 'brand/webapp2/plugins/a/a.js', 'brand/x']],
    [
      'beside a settings.json of a plugin',
      ['x/webapp2/settings.json', 'x/webapp2/plugins/a/a.js', 'plugins/settings.json'],
    ],
    [
      'beside what a Mac adds',
      ['x/webapp2/settings.json', 'x/webapp2/plugins/a/a.js', '__MACOSX/settings.json'],
    ],
    ['beside Web App 3’s part', ['webapp3/settings.json', 'webapp2/settings.json', 'webapp2/plugins/a/a.js']],
  ])('is found %s', (_, paths) => {
    expect(found(...paths)).toEqual(['settings.json', 'plugins/a/a.js']);
  });

  it('is missed with a sentence that says what to give', () => {
    expect(found('plugins/a/a.js')).toContain('There is no settings.json in given. Give a Webapp2 branding');
  });
});

describe('a branding ZIP', () => {
  it('is read like its folder', () => {
    const zip = writeZip(files('webapp2/settings.json', 'webapp2/plugins/a/a.js'));
    const read = filesOfZip(zip);
    const folder = read.ok ? settingsFolder(read.value, 'branding.zip') : read;
    expect(folder.ok && [...folder.value.keys()].toSorted()).toEqual(['plugins/a/a.js', 'settings.json']);
  });

  it('that isn’t a ZIP is refused with the reader’s message', () => {
    expect(filesOfZip(encode('no archive'))).toEqual({ ok: false, error: expect.stringMatching(/\S/) });
  });
});
