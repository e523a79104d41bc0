import type { PrivilegedWindow } from './privileged';

// All of these run in Firefox's own window: they may name nothing but its globals and their parameters.
declare const BrowsingContext: PrivilegedWindow['BrowsingContext'];
declare const Services: PrivilegedWindow['Services'];

/** What `atPath` has found: the document's browsing context, or what was there instead of a frame. */
export type Found =
  | { id: number; value: unknown; window: { left: number; top: number } }
  | { missing: string };

/**
 * Goes down to a document, and evaluates an expression there, as the page itself would: in one go, since
 * every script here costs as much as what it does. `window` is where Firefox's own begins on the screen.
 */
export async function atPath(
  browserId: number,
  selectors: string[],
  { reveal = false, run = 'undefined' }: { reveal?: boolean; run?: string },
): Promise<Found> {
  const LIMIT_MS = 120_000;
  const place = window as unknown as Record<string, number>;
  let context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  for (const selector of selectors) {
    const actor = context?.currentWindowGlobal?.getActor('MarionetteCommands');
    // Goes by the child contexts' elements: that also finds frames in closed shadow roots.
    const script = `
      const children = window.browsingContext.children;
      const child = children.find((child) => child.embedderElement?.matches(${JSON.stringify(selector)}));
      if (child && ${reveal}) child.embedderElement.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const ids = children.map(({ embedderElement: e }) => e?.id ? '#' + e.id : e?.src || 'a bare one');
      return child?.id ?? 'no "' + ${JSON.stringify(selector)} + '" among the frames of ' + location.href
        + ': ' + (ids.join(', ') || 'it has none');`;
    // Fails where the document goes away meanwhile. That may be asked again: nothing of the test's ran yet.
    const id = await actor
      ?.executeScript(script, [], { timeout: 10_000, sandboxName: 'system' })
      .catch((error: unknown) => `a document that went away, looking for "${selector}": ${error}`);
    if (typeof id !== 'number')
      return { missing: String(id ?? `a document that is gone, looking for "${selector}"`) };
    context = BrowsingContext.get(id);
  }
  const actor = context?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!context || !actor) return { missing: 'a document that is gone' };
  const value =
    run === 'undefined' ? null : await actor.executeScript(`return ${run}`, [], { timeout: LIMIT_MS });
  return {
    id: context.id,
    value,
    window: { left: Number(place.mozInnerScreenX), top: Number(place.mozInnerScreenY) },
  };
}

/** Gives the keyboard to a document. */
export function focusContext(contextId: number): void {
  const context = BrowsingContext.get(contextId);
  if (context && Services.focus.focusedContentBrowsingContext?.id !== contextId) {
    context.top.embedderElement.focus();
  }
}

/** A PNG, in base64, of what a document shows; of Firefox's whole window for `null`. */
export async function snapshot(contextId: number | null): Promise<string> {
  const ownWindow = window as unknown as { browsingContext: { currentWindowGlobal: null } };
  const context = contextId === null ? ownWindow.browsingContext : BrowsingContext.get(contextId);
  const bitmap = await (context as ReturnType<typeof BrowsingContext.get>)?.currentWindowGlobal?.drawSnapshot(
    null,
    window.devicePixelRatio,
    'white',
  );
  if (!bitmap) throw new Error('The document is gone.');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}
