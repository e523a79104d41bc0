const TINY = 'position: fixed; inset: auto auto 0 0; width: 1px; height: 1px; pointer-events: none';

/**
 * Ways to paint over the dock with a box that is elsewhere, or in a place where nobody looks: the styles of a
 * popover `#cover` with a child `b`.
 */
export const COVERS: Readonly<Record<string, string>> = {
  'the backdrop of a tiny popover': `
    #cover { ${TINY} }
    #cover::backdrop { background: white; pointer-events: none }`,
  'the shadow of a tiny popover': `
    #cover { ${TINY}; box-shadow: 0 0 0 100vmax white }`,
  'a child that overflows a tiny popover': `
    #cover { ${TINY}; overflow: visible }
    #cover b { position: fixed; inset: 0; background: white; pointer-events: none }`,
};

/** Covers the page with `.cover`, which is there only while a frame is painted. It runs in the page. */
export function coverWhilePainted(): void {
  const cover = document.createElement('div');
  cover.className = 'cover';
  cover.popover = 'manual';
  cover.style.cssText = 'pointer-events:none;inset:0;width:100%;height:100%;background:white;border:0';
  document.body.append(cover);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => cover.hidePopover();
  const paint = () => {
    if (!cover.isConnected) return;
    cover.showPopover();
    port2.postMessage('painted');
    requestAnimationFrame(paint);
  };
  requestAnimationFrame(paint);
}
