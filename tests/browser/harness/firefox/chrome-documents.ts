import type { PrivilegedWindow } from './privileged';

// All of these run in Firefox's own window: they may name nothing but its globals and their parameters.
declare const BrowsingContext: PrivilegedWindow['BrowsingContext'];
declare const Services: PrivilegedWindow['Services'];

/** The innermost browsing context, or what was there instead. */
export async function resolvePath(
  browserId: number,
  selectors: string[],
  reveal: boolean,
): Promise<number | string> {
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
    const id = await actor?.executeScript(script, [], { timeout: 10_000, sandboxName: 'system' });
    if (typeof id !== 'number') return String(id ?? `a document that is gone, looking for "${selector}"`);
    context = BrowsingContext.get(id);
  }
  return context?.id ?? 'a document that is gone';
}

/** Evaluates an expression in a document, as the page itself would. */
export async function runInContext(contextId: number, expression: string): Promise<unknown> {
  const actor = BrowsingContext.get(contextId)?.currentWindowGlobal?.getActor('MarionetteCommands');
  if (!actor) throw new Error('The document is gone.');
  return actor.executeScript(`return ${expression}`, [], { timeout: 120_000 });
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
