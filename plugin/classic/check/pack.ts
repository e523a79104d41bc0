import type { PluginBundle } from '../../../branding/packer/branding/bundle';
import { mergePlugin } from '../../../branding/packer/branding/merge';
import { formatFinding } from '../../../branding/packer/verify/finding';
import { type Files, writeZip } from '../../../branding/packer/zip/write';
import { verifyPackage } from '../../../branding/verify-package';
import type { Result } from '../../../protocol/result';
import { classicPluginOf, composeClassicBundle, joinClassic } from './bundle';

interface PackOptions {
  /** plugin/classic/manifest.json. */
  manifest: Uint8Array;
  /** The built host, by path in its folder. */
  built: Files;
  /** The organization's files, by path in the folder that holds settings.json. */
  classic: Files;
  version: string;
  /** The ZIP's file name, for what is found in it. */
  name: string;
  /** A branding for Web App 3 to put the plugin into; without one a branding of its own is made. */
  branding?: Uint8Array | undefined;
}

/** Packs the host with the plugins, and judges the result as `npm run verify` does. */
export function packClassic(options: PackOptions): Result<{ zip: Uint8Array; lines: string[] }> {
  const { manifest, built, classic, version, name, branding } = options;
  const files = joinClassic(built, classic);
  if (!files.ok) return files;
  const packed = branding
    ? mergeInto(branding, manifest, files.value)
    : packAlone(manifest, files.value, version);
  if (!packed.ok) return packed;
  const { findings } = verifyPackage(name, packed.value.zip);
  const serious = findings.filter(({ level }) => level === 'error');
  if (serious.length > 0) return { ok: false, error: serious.map(formatFinding).join('\n') };
  return packed;
}

function packAlone(manifest: Uint8Array, files: Files, version: string): ReturnType<typeof packClassic> {
  const bundle = composeClassicBundle(manifest, files, version);
  if (!bundle.ok) return bundle;
  const zip = writeZip(bundle.value);
  return { ok: true, value: { zip, lines: [`${bundle.value.size} files, ${zip.length} bytes`] } };
}

function mergeInto(branding: Uint8Array, manifest: Uint8Array, files: Files): ReturnType<typeof packClassic> {
  const own = JSON.parse(new TextDecoder().decode(manifest)) as { plugins: PluginBundle['entry'][] };
  const merged = mergePlugin(branding, classicPluginOf(own, files));
  if (!merged.ok) return { ok: false, error: merged.error.message };
  const { zip, action, folder, manifestPath, removed } = merged.value;
  const lines = [
    `${action} classic-plugins in ${folder}/ and ${manifestPath}. All other files are unchanged.`,
    ...removed.map((path) => `removed ${path}, which is not among these plugins`),
  ];
  return { ok: true, value: { zip, lines } };
}
