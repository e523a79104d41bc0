import { asOwner, lastOwner, type Owner } from '../streams/owner';
import type { Isolated } from './isolated';

/** HTML that may have a handler. */
const HAS_HANDLER = /\son[a-z]+\s*=/i;

/** Handlers whose plugin answers for them already. */
const adopted = new WeakSet<object>();

/**
 * Sets the handlers in attributes again, as properties, so that the plugin becomes their owner.
 *
 * @param root an element, of which its own attributes count, or a fragment
 */
export function adoptHandlers(root: ParentNode & Node, owner: Owner): void {
  if (root instanceof Element) adoptOwnHandlers(root, owner);
  for (const element of root.querySelectorAll('*')) adoptOwnHandlers(element, owner);
}

function adoptOwnHandlers(element: Element, owner: Owner): void {
  for (const name of element.getAttributeNames()) {
    const handler: unknown = /^on[a-z]/.test(name) ? Reflect.get(element, name) : undefined;
    if (typeof handler !== 'function' || adopted.has(handler)) continue;
    adopted.add(handler);
    asOwner(owner, () => Reflect.set(element, name, handler));
  }
}

/**
 * Lets a plugin answer for the handlers in HTML that it sets after its dialog has opened, or elsewhere: at
 * once where it sets them, since a picture may load or fail outside the document, and else when they come
 * into the document, as the doing of the plugin that ran last.
 */
export function watchInlineHandlers({ view, caller }: Isolated): void {
  const { prototype } = view.Element;
  for (const holder of [prototype, view.ShadowRoot.prototype]) {
    const { get, set } = Object.getOwnPropertyDescriptor(holder, 'innerHTML') ?? {};
    if (!get || !set) continue;
    Object.defineProperty(holder, 'innerHTML', {
      configurable: true,
      enumerable: true,
      get,
      set(this: Element | ShadowRoot, html: unknown) {
        Reflect.apply(set, this, [html]);
        const owner = HAS_HANDLER.test(String(html)) ? caller() : undefined;
        if (owner) adoptHandlers(this, owner);
      },
    });
  }
  const { setAttribute } = prototype;
  Reflect.set(prototype, 'setAttribute', function (this: Element, ...given: [string, string]) {
    Reflect.apply(setAttribute, this, given);
    const owner = /^on/i.test(String(given[0])) ? caller() : undefined;
    if (owner) adoptHandlers(this, owner);
  });

  const names = Object.keys(Object.getOwnPropertyDescriptors(view.HTMLElement.prototype));
  new view.MutationObserver((changes) => {
    const owner = lastOwner();
    if (!owner) return;
    const added = new Set<Element>();
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes' && target instanceof view.Element) adoptOwnHandlers(target, owner);
      for (const node of addedNodes) if (node instanceof view.Element) added.add(node);
    }
    // Each once, however often it has moved, and with all that stands inside it.
    for (const element of added) if (!hasAncestorIn(added, element)) adoptHandlers(element, owner);
  }).observe(view.document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: names.filter((name) => /^on/.test(name)),
  });
}

function hasAncestorIn(elements: ReadonlySet<Element>, element: Element): boolean {
  for (let each = element.parentElement; each; each = each.parentElement) if (elements.has(each)) return true;
  return false;
}
