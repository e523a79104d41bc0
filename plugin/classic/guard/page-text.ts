import { OBSTACLES } from '../obstacles/obstacles';
import type { Owner } from '../streams/owner';
import type { Guarded } from './guarded';
import { fixFunction } from './shared-api';

/** As long as a notice of Web App 3 can be read. */
const MOST_SIGNS = 300;
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'LINK', 'META', 'TEMPLATE', 'TITLE', 'BASE']);
const NOT_TEXT = 'button, input, select, textarea, iframe, canvas, video, img, svg';

/**
 * Shows the text that plugins put into this hidden document as Web App 3's own notice, once for each text of
 * an element. What is more than text is told of. Dialogs are on screen, and left alone.
 *
 * @param dialogs the element that holds the dialogs
 */
export function watchPage({ view, caller, notice }: Guarded, dialogs: Element): void {
  const { document } = view;
  const makers = new WeakMap<Node, Owner>();
  const create = document.createElement.bind(document);
  fixFunction(document, 'createElement', (...given: Parameters<typeof create>) => {
    const made = create(...given);
    const owner = caller();
    if (owner) makers.set(made, owner);
    return made;
  });

  const shown = new WeakMap<Element, string>();
  const show = (element: Element) => {
    if (UNSEEN.has(element.tagName) || isHidden(element)) return;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const owner = makers.get(element) ?? ownerWithin(element, makers);
    if (element.matches(NOT_TEXT) || element.querySelector(NOT_TEXT)) owner?.limit(OBSTACLES.hidden);
    if (text === (shown.get(element) ?? '')) return;
    shown.set(element, text);
    if (text !== '') notice(text.slice(0, MOST_SIGNS), owner);
  };

  new view.MutationObserver((changes) => {
    const changed = new Set<Element>();
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        const element = node instanceof view.Element ? node : node.parentElement;
        if (element?.isConnected && !dialogs.contains(element)) changed.add(madeAround(element, makers));
      }
    }
    for (const element of changed) {
      // What stands inside another change is shown with it alone.
      if (![...changed].some((each) => each !== element && element.contains(each))) show(element);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** The innermost element around a change that a plugin has made, else the changed element itself. */
function madeAround(element: Element, makers: WeakMap<Node, Owner>): Element {
  for (let each: Element | null = element; each; each = each.parentElement) if (makers.has(each)) return each;
  return element;
}

function ownerWithin(element: Element, makers: WeakMap<Node, Owner>): Owner | undefined {
  return [...element.querySelectorAll('*')].map((each) => makers.get(each)).find((owner) => owner);
}

const isHidden = (element: Element) =>
  element.closest('[hidden]') !== null ||
  (element instanceof HTMLElement && element.style.display === 'none');
