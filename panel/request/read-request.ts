import type { DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { detect } from './detect/detect';
import { notesOn } from './detect/notes';
import { type DialDefaults, type Draft, type FieldErrors, toRequest } from './draft';

/** A request as it was read from a text, and what is worth saying about it. */
export type ReadRequest = { request: DialRequest; note: string; name: string | undefined };

/** Reads a request from outside the form (lists, files, policies) as the form would read it. */
export async function readRequest(
  draft: Draft,
  defaults: DialDefaults & { region: string },
): Promise<Result<ReadRequest, FieldErrors>> {
  const found = await detect(draft.destination, defaults.region);
  const read = toRequest(draft, found, defaults);
  if (!read.ok) return read;
  return { ok: true, value: { request: read.value, note: found ? notesOn(found) : '', name: found?.name } };
}
