import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { detect } from './detect/detect';
import { notesOn } from './detect/notes';
import { type DialDefaults, type Draft, type FieldErrors, toRequest } from './draft';

/** A request as it was read from a text, and what is worth saying about it. */
export type ReadRequest = { request: DialRequest; note: string; name: string | undefined };

/**
 * Reads a request from outside the form (lists, files, policies) as the form would read it. The protocol
 * `auto` gives way to what the destination says, but not to the default of the settings.
 */
export async function readRequest(
  given: Draft,
  settings: DialDefaults & { region: string },
): Promise<Result<ReadRequest, FieldErrors>> {
  const isAuto = given.protocol === 'auto';
  const draft = isAuto ? { ...given, protocol: '' } : given;
  const defaults = isAuto ? { ...settings, protocol: 'auto' as const } : settings;
  const found = await detect(draft.destination, defaults.region);
  const read = toRequest(draft, found, defaults);
  if (!read.ok) return read;
  return { ok: true, value: { request: read.value, note: found ? notesOn(found) : '', name: found?.name } };
}
