import { formatList } from '../../locales/format';
import type { DialRequest } from '../../protocol/dial-fields';
import { DIAL_FIELDS } from '../../protocol/dial-fields';
import { parseDialRequest } from '../../protocol/dial-request';
import type { Result } from '../../protocol/result';
import { BODY_STRINGS } from '../../strings/body';
import { describeProblem } from '../../strings/describe-fault';
import type { Draft } from '../request/draft';

/** The body of the dial request as it would go to the node: without fields that are left to it. */
export function bodyText(draft: Draft): string {
  const body = DIAL_FIELDS.map((field) => [field, draft[field].trim()]).filter(([, value]) => value !== '');
  return JSON.stringify(Object.fromEntries(body), undefined, 2);
}

/** So many unknown fields are named: nobody reads on. */
const MAX_UNKNOWN = 20;
const MAX_NAME = 100;

/** Reads a body that was edited by hand. The error says everything that is wrong with it. */
export function readBodyText(text: string): Result<DialRequest> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return { ok: false, error: BODY_STRINGS.notJson(error instanceof Error ? error.message : '') };
  }
  const read = parseDialRequest(body);
  // A text has each of its characters as a key.
  const given = Object.keys({ ...(typeof body === 'object' ? body : undefined) });
  const unknown = given.filter((field) => !(DIAL_FIELDS as string[]).includes(field));
  const wrong = [
    ...(read.ok ? [] : read.error.map(describeProblem)),
    ...unknown.slice(0, MAX_UNKNOWN).map((field) => BODY_STRINGS.unknownField(field.slice(0, MAX_NAME))),
  ];
  return read.ok && wrong.length === 0 ? read : { ok: false, error: BODY_STRINGS.wrong(formatList(wrong)) };
}
