import { type Hideable, readHide } from '../branding/packer/branding/hide';
import { readHostOrigins } from '../protocol/host-origins';
import type { Result } from '../protocol/result';

const BUMPS = ['none', 'patch', 'minor', 'major'] as const;

/** What the environment, and with it make's command line, may ask of a package. */
export interface PackageSettings {
  /** Which part of the version a packaging run raises. */
  bump: (typeof BUMPS)[number];
  /** Whether the bundle has the relay; see docs/integrate/protocol.md. */
  relay: boolean;
  /** What of Web App 3's own interface the branding hides; see docs/admin/branding-packages.md. */
  hide: Hideable[];
  /** The pages that may use the plugin; without it any page. */
  hostOrigins?: readonly string[];
}

/**
 * Reads `BUMP` (default: minor), `RELAY` (0), `HIDE` (nothing) and `HOST_ORIGINS` (any page). Invalid values
 * are errors; they never fall back to the default.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<PackageSettings> {
  const { BUMP = '', RELAY = '', HIDE = '', HOST_ORIGINS = '' } = env;
  const bump = BUMPS.find((value) => value === (BUMP || 'minor'));
  if (!bump) return { ok: false, error: `BUMP=${BUMP} isn’t valid. Use one of ${BUMPS.join(', ')}.` };
  if (!['', '0', '1'].includes(RELAY)) {
    return { ok: false, error: `RELAY=${RELAY} isn’t valid. Use 0 or 1.` };
  }
  const hide = readHide(HIDE);
  if (!hide.ok) return hide;
  const origins = HOST_ORIGINS && readHostOrigins(`hostOrigins=${encodeURIComponent(HOST_ORIGINS)}`);
  if (origins && !origins.ok)
    return { ok: false, error: origins.error.replace('hostOrigins:', 'HOST_ORIGINS:') };
  const allowed = origins && !origins.value.any ? { hostOrigins: origins.value.allowed } : {};
  return { ok: true, value: { bump, relay: RELAY === '1', hide: hide.value, ...allowed } };
}
