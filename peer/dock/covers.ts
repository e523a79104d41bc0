/**
 * Whether anything of the page's lies over the dock, for browsers that cannot be asked what is painted:
 * Firefox. There a page paints over an element of the top layer with another one, with a view transition, or
 * with a filter or an opacity of the root element, which reach into the top layer.
 *
 * It is looked at where a frame has just been laid out: a cover that is there only while a frame is painted
 * would be gone at any other time. No frame, no report: a page that draws none has something to hide, or is
 * not in front.
 */
import { shadowRootOf } from '../../browser/native';

/** Reports once whether something lies over an element. */
export type LookForCovers = (report: (isCovered: boolean) => void) => void;

/** Creates what looks over an element. */
export function createLookForCovers(host: HTMLElement): LookForCovers {
  const { ownerDocument: document } = host;
  let isWaiting = false;
  return (report) => {
    // What nobody sees is not laid out, and a transition holds the next frame back.
    if (document.hidden || isInTransition(document)) return report(isCovered(host));
    if (isWaiting) return;
    isWaiting = true;
    // A new one is told at once, after all animation frames and after those that were there before.
    const next = new ResizeObserver(() => {
      next.disconnect();
      isWaiting = false;
      report(isCovered(host));
    });
    next.observe(host);
  };
}

const isCovered = (host: HTMLElement): boolean => {
  const { ownerDocument: document } = host;
  return (
    !host.checkVisibility() ||
    isInTransition(document) ||
    ancestorsOf(host).some(isFaded) ||
    rootsIn(document, host).some((root) => hasTopLayer(root, host))
  );
};

/** A view transition paints a picture of the page above everything, from before its animations begin. */
const isInTransition = (document: Document): boolean =>
  Boolean(Reflect.get(document, 'activeViewTransition')) ||
  document.documentElement
    .getAnimations({ subtree: true })
    .some(({ effect }) => pseudoOf(effect)?.startsWith('::view-transition'));

const pseudoOf = (effect: AnimationEffect | null): string | null | undefined =>
  effect instanceof KeyframeEffect ? effect.pseudoElement : undefined;

function ancestorsOf({ parentElement }: Element): Element[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : [];
}

/** An animation may run where no script follows it. */
function isFaded(element: Element): boolean {
  const { opacity, filter } = getComputedStyle(element);
  return opacity !== '1' || filter !== 'none' || element.getAnimations().length > 0;
}

/** Whatever its box: a `::backdrop`, a shadow or a child that overflows paints outside of it. */
const hasTopLayer = (root: ParentNode, host: Element): boolean =>
  [...root.querySelectorAll(':popover-open,:modal:not(:fullscreen)')].some((other) => other !== host);

/** The document and every shadow root in it, as far as the browser shows them to an extension. */
function rootsIn(root: ParentNode, host: Element): ParentNode[] {
  const shadows = [...root.querySelectorAll('*')].flatMap((element) => {
    const shadow = element !== host && shadowRootOf(element);
    return shadow ? rootsIn(shadow, host) : [];
  });
  return [root, ...shadows];
}
