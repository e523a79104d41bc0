/** What a conferencing node answers: an HTTP status and Pexip's `{status, result}` envelope. */
export interface Reply {
  status: number;
  body: { status: 'success' | 'failed'; result: unknown };
}

/** A call that did what it was asked. */
export function success(result: unknown): Reply {
  return { status: 200, body: { status: 'success', result } };
}

/**
 * A call that was refused, in words. Pexip's error shape: `result` is a plain string.
 * 403 is what a node uses for nearly every refusal (validators `…403` of `@pexip/infinity-api`).
 */
export function failed(result: string, status = 403): Reply {
  return { status, body: { status: 'failed', result } };
}
