/** The part of bidi-js (Unicode's bidirectional algorithm) that the tests use; it comes without types. */
declare module 'bidi-js' {
  export interface Bidi {
    getEmbeddingLevels(text: string, baseDirection?: 'ltr' | 'rtl'): { levels: Uint8Array };
    getReorderedString(text: string, levels: { levels: Uint8Array }): string;
  }
  const createBidi: () => Bidi;

  // biome-ignore lint/style/noDefaultExport: that is how the package exports it.
  export { createBidi as default };
}
