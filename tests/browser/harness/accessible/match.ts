import type { NameMatch } from '../snapshot';

/** A name to match, as JSON. */
export function nameMatch(name: string | RegExp): NameMatch {
  return typeof name === 'string' ? { exactly: name } : { pattern: name.source, flags: name.flags };
}

/** How error texts quote a role and name. */
export function quote(role: string, name: string | RegExp): string {
  return typeof name === 'string' ? `${role} "${name}"` : `${role} ${name}`;
}
