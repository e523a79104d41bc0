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

/** Every element in document order, hidden ones and open shadow roots included. */
export function* allElements(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* allElements(element.shadowRoot);
  }
}

/** Whether `exposedElements` has it. */
export function isExposed(element: Element): boolean {
  if (getComputedStyle(element).display === 'none' || !hasBox(element)) return false;
  for (let each: Element | undefined = element; each; each = hostOf(each))
    if (each.closest('[aria-hidden="true"], [inert]')) return false;
  return true;
}

/** The element whose shadow root has it. */
function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
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
