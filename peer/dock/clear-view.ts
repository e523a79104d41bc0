/**
 * Whether the dock is plainly on screen, as far as a script in the page can find out: nothing of the page's
 * stands above it, and it has its real size. Browsers with Intersection Observer v2 know the first by what is
 * painted; others, Firefox among them, cannot be asked.
 */

/** A panel drawn at less than this part of its size can be clicked and not be read. */
const MIN_SCALE = 0.6;

/** CSS pixels. */
const MIN_WIDTH = 160;
const MIN_HEIGHT = 120;

/** What Firefox gives extensions: the shadow root of an element, of a closed one too. */
type WithShadow = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * Returns whether anything else is in the page's top layer, whatever its box: a `::backdrop`, a shadow or a
 * child that overflows paints outside of it. A view transition paints a picture of the page above everything.
 */
export function isTopLayerShared(host: Element, document: Document): boolean {
  const { documentElement } = document;
  const isTransition = documentElement
    .getAnimations({ subtree: true })
    .some(({ effect }) => effectOn(effect).startsWith('::view-transition'));
  return isTransition || rootsIn(document, host).some((root) => hasTopLayer(root, host));
}

const effectOn = (effect: AnimationEffect | null): string =>
  effect instanceof KeyframeEffect ? (effect.pseudoElement ?? '') : '';

const hasTopLayer = (root: ParentNode, host: Element): boolean =>
  [...root.querySelectorAll(':popover-open,:modal:not(:fullscreen)')].some((other) => other !== host);

/** The document and every shadow root in it, as far as the browser shows them to an extension. */
function rootsIn(root: ParentNode, host: Element): ParentNode[] {
  const shadows = [...root.querySelectorAll<WithShadow>('*')].flatMap((element) => {
    const shadow = element === host ? null : (element.openOrClosedShadowRoot ?? element.shadowRoot);
    return shadow ? rootsIn(shadow, host) : [];
  });
  return [root, ...shadows];
}

/**
 * Returns whether the dock is too small on screen to be read: by CSS `zoom` of the page, which reaches into
 * the top layer, or in a window of a few lines. A large zoom leaves as little room. The zoom that a person
 * sets in the browser is theirs.
 */
export function isShrunk(host: Element): boolean {
  const given: unknown = Reflect.get(host, 'currentCSSZoom');
  const zoom = typeof given === 'number' ? given : 1;
  const { width, height } = host.getBoundingClientRect();
  const scale = Math.max(1, zoom);
  return zoom < MIN_SCALE || width < MIN_WIDTH * scale || height < MIN_HEIGHT * scale;
}
