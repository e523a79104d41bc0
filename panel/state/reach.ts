import { forbidsFraming } from './framing';

/** What a panel can find out about a site that it frames. */
export type Reach =
  /** Its headers let it be framed. */
  | { name: 'allowed' }
  /** Its headers forbid that. */
  | { name: 'refused' }
  /** It answers with an error of its own. */
  | { name: 'failing'; status: number }
  /** It answers, but what its headers say takes permission for it. */
  | { name: 'unknown' }
  /** It does not answer: there is no such host, no network, no valid certificate. */
  | { name: 'unreachable' }
  /** The same, or it forbids requests of other sites, which takes permission to tell. */
  | { name: 'silent' };

/** What a site answers a request. */
type Answer =
  | { kind: 'read'; headers: Headers; status: number; url: string }
  /** An answer of which nothing can be read. */
  | { kind: 'unread' }
  | { kind: 'none' };

/**
 * Asks a site as a frame would. Without permission for its host, only that it answers can be seen. `isApart`:
 * no cookies are sent or kept, and the answer isn’t either.
 */
export async function askSite(url: string, signal?: AbortSignal, isApart = false): Promise<Answer> {
  const usual: RequestInit = {
    credentials: isApart ? 'omit' : 'include',
    cache: isApart ? 'no-store' : 'default',
    redirect: 'follow',
    ...(signal && { signal }),
  };
  try {
    const { headers, status, url: final } = await fetch(url, usual);
    return { kind: 'read', headers, status, url: final || url };
  } catch {
    return fetch(url, { ...usual, mode: 'no-cors' }).then(
      () => ({ kind: 'unread' }),
      () => ({ kind: 'none' }),
    );
  }
}

/**
 * Finds out whether a site can be framed here. `mayReach`: whether the extension has permission for its host;
 * `undefined` where the browser does not tell.
 */
export async function reachOf(
  url: string,
  mayReach: boolean | undefined,
  signal?: AbortSignal,
  isApart?: boolean,
): Promise<Reach> {
  const answer = await askSite(url, signal, isApart);
  if (answer.kind === 'none') return { name: mayReach ? 'unreachable' : 'silent' };
  // A site that shares its pages with everybody shows some headers, and not those about frames.
  if (answer.kind === 'unread' || mayReach === false) return { name: 'unknown' };
  if (forbidsFraming(answer.headers, location.protocol)) return { name: 'refused' };
  return answer.status >= 500 ? { name: 'failing', status: answer.status } : { name: 'allowed' };
}
