import type { Result } from '../protocol/result';

const BUMPS = ['none', 'patch', 'minor', 'major'] as const;

/** What the environment, and with it make's command line, may ask of a package. */
export interface Settings {
  /** Which part of the version a packaging run raises. */
  bump: (typeof BUMPS)[number];
  /** Whether the bundle has the relay; see docs/relay.md. */
  relay: boolean;
}

/** Reads `BUMP` (default: minor) and `RELAY` (default: 0). A mistake is no default: nobody wants a wrong version. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const { BUMP = '', RELAY = '' } = env;
  const bump = BUMPS.find((value) => value === (BUMP || 'minor'));
  if (!bump) return { ok: false, error: `BUMP=${BUMP} isn’t valid. Use one of ${BUMPS.join(', ')}.` };
  if (!['', '0', '1'].includes(RELAY)) {
    return { ok: false, error: `RELAY=${RELAY} isn’t valid. Use 0 or 1.` };
  }
  return { ok: true, value: { bump, relay: RELAY === '1' } };
}
