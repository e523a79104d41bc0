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
