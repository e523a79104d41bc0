import type { DialRequest } from '../protocol/dial-fields';

/**
 * Leaves out blank fields, so that the node applies its own defaults, and names the fields that can't be sent. Which
 * values a field can have is checked by the plugin: these checks would weigh a tenth of this library.
 */
export function readDialRequest(input: DialRequest): { request: DialRequest; wrong: string } {
  const given = Object.entries(Object(input)).filter(([, value]) => value !== '' && value != null);
  const request: Record<string, unknown> = Object.fromEntries(given);
  const all = Object.entries({ ...REQUIRED, ...request });
  const wrong = all.filter(([, value]) => typeof value !== 'string').map(([name]) => name);
  return { request: request as DialRequest, wrong: wrong.join(', ') };
}

const REQUIRED = { role: null, destination: null, protocol: null };
