/** Returns what takes most room of texts that take each other's place. */
export const longest = (one: string, other: string): string => (other.length > one.length ? other : one);
