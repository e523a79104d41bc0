import { asOwner, lastOwner, type Owner } from '../streams/owner';
import type { Guarded } from './guarded';

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
  const elements = [...(root instanceof Element ? [root] : []), ...root.querySelectorAll('*')];
  for (const element of elements) {
    for (const name of element.getAttributeNames()) {
      const handler: unknown = /^on[a-z]/.test(name) ? Reflect.get(element, name) : undefined;
      if (typeof handler !== 'function' || adopted.has(handler)) continue;
      adopted.add(handler);
      asOwner(owner, () => Reflect.set(element, name, handler));
    }
  }
}

/**
 * Lets a plugin answer for the handlers in HTML that it sets after its dialog has opened, or elsewhere: at
 * once where it sets them, since a picture may load or fail outside the document, and else when they come
 * into the document, as the doing of the plugin that ran last.
 */
export function watchInlineHandlers({ view, caller }: Guarded): void {
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

  const adopt = (node: Node) => {
    const owner = lastOwner();
    if (owner && node instanceof view.Element) adoptHandlers(node, owner);
  };
  const names = Object.keys(Object.getOwnPropertyDescriptors(view.HTMLElement.prototype));
  new view.MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'attributes' ? [target] : addedNodes) adopt(node);
  }).observe(view.document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: names.filter((name) => /^on/.test(name)),
  });
}
