import { type DialRequest, dialBody } from '../../protocol/dial-fields';
import { Mismatch } from '../../protocol/shape';

/** A name that is being entered. Until something is typed, there is nothing to be kept for the next panel. */
export type Naming = { typed?: string };

/** A preset that has no name yet. */
export type NewPreset = Naming & { request: DialRequest };

/** Reads a name that was half typed. */
export function readNaming(kept: unknown): Naming | undefined {
  const { typed } = Object(kept);
  return typeof typed === 'string' ? { typed } : undefined;
}

/** Reads a preset whose name was half typed. */
export function readNewPreset(kept: unknown): NewPreset | undefined {
  const naming = readNaming(kept);
  const request = dialBody(Object(kept).request);
  return naming && !(request instanceof Mismatch) ? { ...naming, request } : undefined;
}
