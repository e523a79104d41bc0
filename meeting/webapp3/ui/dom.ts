type Children = (Node | string)[];

/** Makes an element. `attributes` are set as they are, so that names from ARIA read as in the standard. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Children
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * The page's own element of that id.
 *
 * @throws if index.html has none of that kind: a mistake of ours
 */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} #${id}`);
  return found;
}

/** Calls `run` on every click. */
export function onClick(target: HTMLElement, run: () => void): void {
  target.addEventListener('click', run);
}
