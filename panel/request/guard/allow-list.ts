/** `*` stands for anything, as in `*@example.com` or `+47*`; capitals make no difference. */
function patternOf(entry: string): RegExp {
  const escaped = entry
    .trim()
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 'is');
}

/** Whether an administrator's list lets a destination through; without a list everything may pass. */
export function isAllowed(destination: string, allow: readonly string[] | undefined): boolean {
  if (!allow) return true;
  // `sip:alice@example.com` is the same callee as `alice@example.com`: both ways to write it must meet the
  // pattern.
  const bare = destination.trim().replace(/^(sips?|h323|mssip|tel):/i, '');
  return allow.some((entry) => patternOf(entry).test(bare) || patternOf(entry).test(destination.trim()));
}
