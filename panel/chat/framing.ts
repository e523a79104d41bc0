/**
 * Whether a site lets itself be framed. Its headers can be read only with leave for its host; without that, or
 * if it does not answer, the frame itself has to show.
 */
export async function refusesFraming(url: string): Promise<boolean> {
  try {
    const { headers } = await fetch(url, { credentials: 'include', redirect: 'follow' });
    if (headers.get('x-frame-options')) return true;
    const policy = headers.get('content-security-policy') ?? '';
    const ancestors = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(policy)?.[1];
    return (
      ancestors !== undefined && !/(?:^|\s)(?:\*|https?:|chrome-extension:|moz-extension:)/.test(ancestors)
    );
  } catch {
    return false;
  }
}
