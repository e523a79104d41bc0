/** Lower case without accents, so that a search for “jose” finds José; “ß” is “ss”, as the Swiss write. */
export const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().replaceAll('ß', 'ss');
