import { list, trimmedText } from '../../protocol/shape';
import type { Item } from '../storage/stored-item';

const LIMIT = 200;
const sites = list(trimmedText(512), LIMIT);

/** The sites on which the extension runs by itself. */
export const ALWAYS: Item<string[]> = {
  key: 'sites',
  version: 1,
  shape: sites,
  fallback: [],
  migrations: {},
};

/** Origins of pages where the peer watches: to drive is what it does everywhere else. */
export const WATCHED: Item<string[]> = {
  key: 'watched-sites',
  version: 1,
  shape: sites,
  fallback: [],
  // At first it was a bare list.
  migrations: { 0: (old) => old },
};
