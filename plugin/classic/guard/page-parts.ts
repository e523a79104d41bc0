import { OBSTACLES } from '../obstacles/obstacles';
import type { Guarded } from './guarded';

/**
 * Puts back what plugins take out of the document that they share, and takes out a `<base>`, from which
 * everybody's addresses would start.
 *
 * @param kept elements that others count on, with the parents in which they stand, outer ones first
 */
export function watchParts({ view, tell }: Guarded, kept: readonly Element[]): void {
  const { document } = view;
  const root = document.documentElement;
  const places = kept.map((element) => ({ element, parent: element.parentElement ?? root }));

  function putBack(): boolean {
    const isWhole = document.documentElement === root && places.every(({ element }) => element.isConnected);
    if (isWhole) return false;
    if (document.documentElement !== root) document.replaceChildren(root);
    for (const { element, parent } of places) {
      if (element.isConnected) continue;
      const other = element === document.body ? null : parent.querySelector(`:scope > ${element.localName}`);
      if (other && (element.localName === 'head' || element.localName === 'body')) other.replaceWith(element);
      else parent.append(element);
    }
    return true;
  }

  new view.MutationObserver((changes) => {
    if (putBack()) tell(OBSTACLES.empties);
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof view.HTMLBaseElement)) continue;
        node.remove();
        tell(OBSTACLES.base);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
