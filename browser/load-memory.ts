let loading: ReturnType<typeof import('./panel-memory').openMemory> | undefined;

/**
 * The memory of this panel, which is loaded once. An import takes a frame each time, and what is to come back
 * by then would be seen to change.
 */
export function loadMemory(): NonNullable<typeof loading> {
  loading ??= import('./panel-memory').then((module) => module.openMemory());
  return loading;
}
