/** An expected outcome as a value: callers must look before they use it. */
export type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };
