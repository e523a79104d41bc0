import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the paths of our modules in these rooms. */
export const sourcesIn = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[jt]sx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(room, name)),
  );
