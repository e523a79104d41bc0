import type { Dialed } from './concern';

/**
 * Whom a raw message would dial, whatever else is right or wrong with it. A plugin of somebody else may take
 * a value for text that is none, so any value of a destination counts.
 */
export function dialedBy(wire: unknown): Dialed | undefined {
  const fields: Record<string, unknown> = Object(wire);
  const { action, destination, dtmf_sequence: tones, presentation_url: presentation } = fields;
  if (typeof action !== 'string' || !action.endsWith('/dial-out') || destination === undefined)
    return undefined;
  return {
    destination: asText(destination),
    ...(tones !== undefined && { dtmf_sequence: asText(tones) }),
    ...(presentation !== undefined && { presentation_url: asText(presentation) }),
  };
}

/** An object from a file can have a `toString` that throws. */
const asText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
