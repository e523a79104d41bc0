/** Elements that are exposed to assistive technology, in document order; open shadow roots included. */
export function* exposedElements(
  root: Document | ShadowRoot | Element,
  depth = 0,
): Generator<[Element, number]> {
  for (const element of root.children) {
    if (isHiddenSubtree(element)) continue;
    const shown = hasBox(element);
    if (shown) yield [element, depth];
    if (element.shadowRoot) yield* exposedElements(element.shadowRoot, depth + 1);
    yield* exposedElements(element, depth + 1);
  }
}

function isHiddenSubtree(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')) return true;
  return getComputedStyle(element).display === 'none';
}

function hasBox(element: Element): boolean {
  // Options of a closed list and `display: contents` have no box of their own, yet are exposed with their
  // parent.
  const borrowed = element.localName === 'option' || getComputedStyle(element).display === 'contents';
  if (borrowed && element.parentElement) return hasBox(element.parentElement);
  // Sees what computed styles do not: the content of a closed <details>.
  return element.checkVisibility({ visibilityProperty: true });
}
