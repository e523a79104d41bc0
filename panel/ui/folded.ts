/** Lower case without accents, so that a search for “jose” finds José. */
export const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
