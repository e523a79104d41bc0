const GAP = 4;
const MIN_HEIGHT = 72;

/** Ends a list above an element that has to stay in sight: what is typed can be dialed beside the list. */
export function fitAbove(list: HTMLElement, below: Element): void {
  const room = below.getBoundingClientRect().top - list.getBoundingClientRect().top - GAP;
  list.style.maxHeight = `${Math.max(room, MIN_HEIGHT)}px`;
}
