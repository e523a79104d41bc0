/** The address without scheme, port and parameters; `undefined` for text that cannot be one plain address. */
function addressOf(text: string): string | undefined {
  const bare = text.trim().replace(/^(sips?|h323|mssip|tel):/i, '');
  const address = (bare.split(/[;?]/, 1)[0] ?? '').replace(/(@[^:]*):\d+$/, '$1').toLowerCase();
  const isUnclear = /[\p{Cc}\u2028\u2029/\\]/u.test(address) || address.split('@').length > 2;
  return isUnclear || address === '' ? undefined : address;
}

/** Compares in linear time; `*` stands for anything on its side of the `@`. */
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  let from = first.length;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}

/** Whether an administrator's list lets a destination through; without a list everything may pass. */
export function isAllowed(destination: string, allow: readonly string[] | undefined): boolean {
  if (!allow) return true;
  const address = addressOf(destination)?.split('@');
  if (!address) return allow.some((entry) => !entry.includes('*') && entry.trim() === destination.trim());
  return allow.some((entry) => {
    const sides = addressOf(entry)?.split('@');
    return sides?.length === address.length && sides.every((side, at) => matches(side, address[at] ?? ''));
  });
}
