import type { ToolbarButtonPayload } from '@pexip/plugin-api';

const SVG = 'http://www.w3.org/2000/svg';

/** For an item that has no icon of its own: a piece of a puzzle. */
const PLAIN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="1.75" stroke-linejoin="round"><path d="M4 8h4.5a2 2 0 1 1 3 0H16v4.500a2 2 0 1 1 0 3V20H4z"/></svg>';

export type Icon = ToolbarButtonPayload['icon'];

/** Web App 3 before v31 takes no icons of a plugin's own; this name every release knows. */
export const NAMED_ICON: Icon = 'IconSupport';

const custom = (svg: string): Icon => ({ custom: { main: svg, hover: svg } });

/** The icon of an item without one. */
export const plainIcon: Icon = custom(PLAIN);

/**
 * Makes Web App 3's icon of `file.svg#id`: the element of that id, or the whole file where none is named.
 *
 * @throws Error with a sentence, if there is no such file or no such element
 * @see Plugin guide, "Menu item icons"
 */
export async function readIcon(icon: string, addressOf: (path: string) => string): Promise<Icon> {
  const [file = '', id] = icon.split('#');
  const response = await fetch(addressOf(file));
  if (!response.ok) throw new Error(`the icon ${file} is missing (${response.status}).`);
  const parsed = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG) throw new Error(`the icon ${file} isn’t an SVG file.`);
  const part = id ? parsed.getElementById(id) : root;
  if (!part) throw new Error(`the icon ${file} has no element with id="${id}".`);
  return custom(new XMLSerializer().serializeToString(part === root ? dressed(root) : picture(part, root)));
}

/** An element inside a file, as a file of its own. */
function picture(part: Element, root: Element): Element {
  const svg = root.ownerDocument.createElementNS(SVG, 'svg');
  const viewBox = part.getAttribute('viewBox') ?? root.getAttribute('viewBox');
  if (viewBox) svg.setAttribute('viewBox', viewBox);
  const isContainer = part.localName === 'symbol' || part.localName === 'svg';
  svg.append(...(isContainer ? part.cloneNode(true).childNodes : [part.cloneNode(true)]));
  return dressed(svg);
}

/** Webapp2 colored icons by its style sheet. Web App 3 shows them as they are, on a dark toolbar. */
function dressed(svg: Element): Element {
  if (!svg.hasAttribute('fill')) svg.setAttribute('fill', '#fff');
  svg.setAttribute('color', '#fff');
  return svg;
}
