/**
 * Reads the match patterns of an organization, separated by spaces, commas or semicolons.
 * @throws Error with every wrong pattern and the one that was probably meant
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function readMatches(text: string): string[] {
  const given = [...new Set(text.split(/[\s,;]+/).filter((pattern) => pattern !== ''))];
  const wrong = given.flatMap((pattern) => {
    const meant = meantBy(pattern);
    if (pattern === meant) return [];
    return [
      `"${pattern}" isn’t a match pattern for whole sites. Use ${meant ?? 'one such as https://meet.example.com/*'}`,
    ];
  });
  if (wrong.length > 0) throw new Error(wrong.map((fault) => `EXTERNAL_CHAT_MATCHES: ${fault}`).join('\n'));
  return given;
}

/** Returns the pattern that somebody probably meant. A right one comes back unchanged. */
function meantBy(given: string): string | undefined {
  if (given === '<all_urls>') return given;
  const [, scheme = '', authority = '', tail = ''] =
    /^(?:([a-z*]+):\/\/)?([^/?#]*)(.*)$/is.exec(given.replace(/^["']+|["']+$/g, '')) ?? [];
  const host = hostMeantBy(authority);
  if (host === undefined) return undefined;
  const [path = ''] = tail.split('#');
  // Without a wildcard, a path stands for one URL alone, and not for the meetings of a site.
  const isForMore = path.startsWith('/') && path.includes('*');
  const known = /^(\*|http)$/i.test(scheme) ? scheme.toLowerCase() : 'https';
  return `${known}://${host}${isForMore ? path : '/*'}`;
}

/** Returns a host as both browsers load it: in ASCII, without user and port, a wildcard only in front. */
function hostMeantBy(authority: string): string | undefined {
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:[\d*]*$/, '')
    // A path that lacks its slash: example.com*
    .replace(/(?<=[^.])\*$/, '')
    .replace(/^\./, '*.');
  if (host === '*') return host;
  // Of meet*.example.com, the labels behind the one with the wildcard.
  const fixed = host.replace(/^.*\*[^.]*\.?/, '');
  if (!fixed || !URL.canParse(`https://${fixed}`)) return undefined;
  return `${host.includes('*') ? '*.' : ''}${new URL(`https://${fixed}`).hostname}`;
}
