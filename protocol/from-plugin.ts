import { coreFromPlugin } from './core-from-plugin';
import { peopleFromPlugin } from './people';

/** What a plugin says to the top window. */
export const fromPlugin = { ...coreFromPlugin, ...peopleFromPlugin } as const;
