/** The global object, with the marks that scripts of the extension leave for each other in one world. */
export const globals = globalThis as unknown as Record<PropertyKey, unknown>;
