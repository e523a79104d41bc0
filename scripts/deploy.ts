import { cpSync, mkdirSync, rmSync } from 'node:fs';

/** Copies the manifest and the built plugin into `webapp3/`, the folder that becomes the branding ZIP. */
const target = 'webapp3/branding';
rmSync('webapp3', { recursive: true, force: true });
mkdirSync(`${target}/plugins`, { recursive: true });
cpSync('plugin/branding/manifest.json', `${target}/manifest.json`);
cpSync('.output/external-chat', `${target}/plugins/external-chat`, { recursive: true });
