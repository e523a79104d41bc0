import { OBSTACLES } from '../obstacles/obstacles';
import { lastOwner, type Owner } from '../streams/owner';
import type { Isolated } from './isolated';
import { atMostEvery } from './own-time';
import { fixFunction } from './shared-api';

/** As long as a notice of Web App 3 can be read. */
const MOST_SIGNS = 300;
/** Faster than anybody reads, and slow enough for a plugin that moves its elements all the time. */
const LOOKS_EVERY_MS = 50;
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'LINK', 'META', 'TEMPLATE', 'TITLE', 'BASE']);
const NOT_TEXT = 'button, input, select, textarea, iframe, canvas, video, img, svg';

/**
 * Shows the text that plugins put into this hidden document as Web App 3's own notice, once for each text of
 * an element. What is more than text is told of. Dialogs are on screen, and left alone.
 *
 * @param dialogs the element that holds the dialogs
 */
export function watchPage({ view, caller, notice }: Isolated, dialogs: Element): void {
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
  const show = (element: Element, ranLast: Owner | undefined) => {
    if (UNSEEN.has(element.tagName) || isHidden(element) || element.contains(dialogs)) return;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const owner = makers.get(element) ?? ownerWithin(element, makers) ?? ranLast;
    if (element.matches(NOT_TEXT) || element.querySelector(NOT_TEXT)) owner?.limit(OBSTACLES.hidden);
    if (text === (shown.get(element) ?? '')) return;
    shown.set(element, text);
    if (text !== '') notice(text.slice(0, MOST_SIGNS), owner);
  };

  /** What has changed, with the plugin that ran last then. */
  const changed = new Map<Element, Owner | undefined>();
  const showChanged = atMostEvery(LOOKS_EVERY_MS, () => {
    const seen = new Map<Element, Owner | undefined>();
    for (const [element, owner] of changed) {
      if (document.body.contains(element) && !dialogs.contains(element))
        seen.set(madeAround(element, makers), owner);
    }
    changed.clear();
    // What stands inside another change is shown with it alone.
    const outer = ancestorsOf(seen.keys());
    for (const [element, owner] of seen) if (!outer.has(element)) show(element, owner);
  });

  new view.MutationObserver((changes) => {
    const removed = new Set(changes.flatMap(({ removedNodes }) => [...removedNodes]));
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        // What only moves says nothing new.
        if (removed.has(node)) continue;
        const element = node instanceof view.Element ? node : node.parentElement;
        if (element) changed.set(element, lastOwner());
      }
    }
    if (changed.size > 0) showChanged();
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

function ancestorsOf(elements: Iterable<Element>): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const element of elements) {
    for (let each = element.parentElement; each && !found.has(each); each = each.parentElement)
      found.add(each);
  }
  return found;
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
