/** Marks that mail programs and address books put around numbers, and that nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Takes off what people copy along with an address: unseen marks, brackets, quotes, a name before it. */
export function clean(pasted: string): string {
  const text = pasted.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  const [, bracketed = text] = /^[^<>]*<([^<>\s]+)>\s*$/.exec(text) ?? [];
  const [, , unquoted = bracketed] = /^(["'`])(.*)\1$/.exec(bracketed) ?? [];
  return unquoted.trim();
}

/** `alice%40example.com` is how links write addresses; text that only looks encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
