import type { CDPSession, Frame, Page } from 'puppeteer-core';

/** What puppeteer 24 keeps to itself. */
interface InnerTarget {
  _targetId: string;
  _session(): CDPSession | undefined;
  _childTargets(): Iterable<InnerTarget>;
}
interface InnerFrame {
  _id: string;
  client: CDPSession;
  updateClient(session: CDPSession): void;
}

/**
 * Has puppeteer ask a frame's own process. Where several frames move into processes of their own at once, it
 * may take the parent's for the newer one, drops what the frame's own says, and waits for it without end.
 * @see https://github.com/puppeteer/puppeteer/issues/10715
 */
export async function askOwnProcess(page: Page, frame: Frame): Promise<void> {
  const inner = frame as unknown as InnerFrame;
  const own = sessionOf(page.target() as unknown as InnerTarget, inner._id);
  if (!own || own === inner.client) return;
  inner.updateClient(own);
  // Said once more, and heard this time: what there is to ask.
  await own.send('Runtime.disable');
  await own.send('Runtime.enable');
}

function sessionOf(target: InnerTarget, id: string): CDPSession | undefined {
  for (const child of target._childTargets()) {
    const session = child._targetId === id ? child._session() : sessionOf(child, id);
    if (session) return session;
  }
  return undefined;
}
