import { OBSTACLES } from '../obstacles/obstacles';
import { followTurns, lastOwner, type Owner } from '../streams/owner';
import type { Isolated } from './isolated';
import { limitRate } from './rate';

/** More often isn’t an accident: a plugin that keeps removing what is put back would keep this tab busy. */
const MOST_TIMES = 20;
const WITHIN_MS = 1_000;

/**
 * Puts back what plugins take out of the document that they share, or out of its place there, and takes out a
 * `<base>`, from which everybody's addresses would start.
 *
 * @param kept elements of head and body that others count on
 * @param giveUp a plugin takes them out each time
 */
export function watchParts(
  view: Isolated['view'],
  kept: readonly Element[],
  giveUp: (by: Owner | undefined) => void,
): void {
  const { document } = view;
  const { documentElement: root, head, body } = document;
  const places = kept.map((element) => ({ element, parent: element.parentElement ?? body }));
  const start = () => document.baseURI.replace(/#.*/, '');
  const base = start();
  const mayPutBack = limitRate(MOST_TIMES, WITHIN_MS);

  const isWhole = () =>
    document.documentElement === root &&
    document.head === head &&
    document.body === body &&
    // One in a shadow tree, or in a frame's document, is connected, and not to be found.
    places.every(({ element }) => document.contains(element));

  function putBack(): void {
    if (document.documentElement !== root) document.replaceChildren(root);
    if (document.head !== head) putInPlaceOf(document.head, head);
    if (document.body !== body) putInPlaceOf(document.body, body);
    for (const { element, parent } of places) if (!document.contains(element)) parent.append(element);
  }

  function putInPlaceOf(other: Element | null, element: Element): void {
    if (other) other.replaceWith(element);
    else root.append(element);
  }

  /** Whose turn it was after which the page was no longer whole; others may run before that is observed. */
  let culprit: Owner | undefined;
  followTurns((_, hasBegun, owner) => {
    if (!hasBegun && !(isWhole() && start() === base)) culprit ??= owner;
  });

  const observer = new view.MutationObserver(() => {
    const [isTaken, isMoved] = [!isWhole(), start() !== base];
    const by = culprit ?? lastOwner();
    culprit = undefined;
    if (!isTaken && !isMoved) return;
    by?.limit(isTaken ? OBSTACLES.empties : OBSTACLES.base);
    if (!mayPutBack()) {
      observer.disconnect();
      return giveUp(by);
    }
    if (isTaken) putBack();
    if (isMoved) for (const each of document.querySelectorAll('base')) each.remove();
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['href'] });
}
