import { writeZip } from '../../../../../branding/packer/zip/write';
import { type PackageCheck, verifyPackage } from '../../../../../branding/verify-package';

/** A package in the making: files by path, JSON as values. */
export type Package = Record<string, string | object>;

/** A good package for Web App 3, with one of every kind of file. */
export const webapp3 = (): Package => ({
  'webapp3/branding/manifest.json': {
    version: 0,
    meta: { name: 'Example', brandVersion: '1.2.0', baseColor: '#3c5974' },
    images: { logo: './logo.svg' },
    plugins: [{ id: 'clock', src: './plugins/clock/index.html?zone=utc', sandboxValues: ['allow-popups'] }],
  },
  'webapp3/branding/logo.svg': '<svg/>',
  'webapp3/branding/plugins/clock/index.html':
    '<!doctype html><!-- <script src="gone.js"> --><link rel="stylesheet" href="clock.css"><script defer src="./clock.js?v=1"></script>',
  'webapp3/branding/plugins/clock/clock.css': 'body { background: url("hand.png") }',
  'webapp3/branding/plugins/clock/hand.png': 'png',
  'webapp3/branding/plugins/clock/clock.js':
    '(()=>{const a="clock";r({id:a,version:0}).then(()=>fetch("https://time.example.com"))})()',
});

/** A good package for Webapp2: the guide's examples. */
export const webapp2 = (): Package => ({
  'webapp2/manifest.json': {
    brandingID: '1521829718679',
    isSettingsBranded: true,
    isWatermarkBranded: false,
  },
  'webapp2/settings.json': {
    plugins: [{ id: 'record-1.0', srcURL: 'plugins/record/record.package.json', enabled: true }],
  },
  'webapp2/plugins/record/record.package.json': {
    id: 'record-1.0',
    name: 'record',
    description: 'Records the conference',
    version: 1.0,
    srcURL: 'record.plugin.js',
    allowUnload: true,
    platforms: ['web', 'electron'],
    participantRoles: ['chair'],
    menuItems: { toolbar: [{ icon: 'start.svg#start', label: null, action: 'record' }] },
  },
  'webapp2/plugins/record/record.plugin.js': `(function () {
  function load() { state$.next({ icon: 'stop.svg#stop' }); }
  PEX.pluginAPI.registerPlugin({ load: load, id: 'record-1.0', record: record });
})();`,
  'webapp2/plugins/record/start.svg': '<svg xmlns="http://www.w3.org/2000/svg" id="start"/>',
  'webapp2/plugins/record/stop.svg': "<svg id='stop'/>",
});

/** Verifies a package under a file name. */
export function checkOf(files: Package, name = 'package.zip'): PackageCheck {
  const encoder = new TextEncoder();
  const contents = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
    path,
    encoder.encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
  ]);
  return verifyPackage(name, writeZip(new Map(contents)));
}
