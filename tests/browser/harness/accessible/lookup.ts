import type { AccessibleLookup, ClickPoint, ElementSnapshot, NameMatch } from '../snapshot';
import { describeElement, isOff, nameOf, roleOf, textOf } from './describe';
import { allElements, exposedElements, isExposed } from './visible';

const OUTLINE_LINES = 80;
/** Their text is that of the lines below them. */
const CONTAINERS = [
  'banner',
  'complementary',
  'contentinfo',
  'dialog',
  'form',
  'group',
  'list',
  'main',
  'region',
];

let pointer: ClickPoint | undefined;
addEventListener('mousemove', ({ clientX: x, clientY: y }) => (pointer = { x, y }), { capture: true });

const KEYS_MS = 1000;
let keysLetGo = 0;
let onKey: () => unknown = () => undefined;
const letGo = () => {
  keysLetGo++;
  onKey();
};
addEventListener('keyup', letGo, { capture: true });

const PRESS_MS = 1000;
/** Where the press that is awaited went instead; `undefined` if it came to what it was meant for. */
let went: Promise<string | undefined> | undefined;
/** Ends the listening for that press. */
let listening = new AbortController();

/** Runs inside documents, where the bundle makes it a global. */
export const lookup: AccessibleLookup = {
  find(role, name) {
    return matches(role, name).map(([element, own]) => describeElement(element, role, own));
  },
  clickPoint(role, name) {
    pointer = undefined;
    const element = only(role, name);
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return clickPoint(element);
  },
  async arrive(role, name, at) {
    // Typing makes a browser scroll the caret into view a frame later, away from what is to be clicked.
    const isDrawn = await twoFrames();
    if (!pointer) {
      const state = `${document.visibilityState} document, ${isDrawn ? '' : 'not '}drawn just now`;
      return `the mouse does not arrive (${state}): is the frame covered?`;
    }
    if (!near(pointer, at)) return `the mouse at ${pointer.x}, ${pointer.y}, not at ${at.x}, ${at.y}`;
    const element = only(role, name);
    const isLike = (other: Element) => hasRole(other, role) && fits(nameOf(other), name);
    listening.abort();
    listening = new AbortController();
    went = awaitPress(element, isLike, listening.signal);
    return near(clickPoint(element), at) ? undefined : 'the element, moving';
  },
  async takePress() {
    const timeout = new Promise<string>((done) => setTimeout(done, PRESS_MS, 'nowhere'));
    return Promise.race([went, timeout]);
  },
  letPress() {
    listening.abort();
  },
  selectText(role, name) {
    const element = only(role, name);
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
    else getSelection()?.selectAllChildren(element);
    keysLetGo = 0;
  },
  takeKeys(count) {
    return new Promise((done) => {
      setTimeout(done, KEYS_MS);
      onKey = () => keysLetGo >= count && done();
      onKey();
    });
  },
  choose(role, name, value) {
    const element = only(role, name);
    if (!(element instanceof HTMLSelectElement)) throw new Error(`${label(element)} isn’t a <select>.`);
    const values = [...element.options].map((option) => option.value);
    if (!values.includes(value)) {
      throw new Error(`${label(element)} has no option "${value}", only ${JSON.stringify(values)}.`);
    }
    // The mouse stays where it is: the next press of it is meant for something else.
    listening.abort();
    element.focus();
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  },
  outline,
};

/** Two frames, or a moment in a document that is drawn by nobody. Whether it was drawn. */
async function twoFrames(): Promise<boolean> {
  const drawn = new Promise<boolean>((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(true))),
  );
  return Promise.race([drawn, new Promise<boolean>((done) => setTimeout(() => done(false), 100))]);
}

const near = (one: ClickPoint, other: ClickPoint): boolean =>
  Math.abs(one.x - other.x) <= 1 && Math.abs(one.y - other.y) <= 1;

/**
 * With their names. The role comes first: a test asks many times a second, and what an element is costs less
 * to learn than whether it is exposed.
 */
function matches(role: string, name: NameMatch): [Element, string][] {
  const found: [Element, string][] = [];
  for (const element of allElements(document)) {
    if (!hasRole(element, role) || !isExposed(element)) continue;
    const own = nameOf(element);
    if (fits(own, name)) found.push([element, own]);
  }
  return found;
}

/** A combobox to type in counts as the text box that it is, too. */
function hasRole(element: Element, role: string): boolean {
  const own = roleOf(element);
  return own === role || (role === 'textbox' && own === 'combobox' && element instanceof HTMLInputElement);
}

function fits(actual: string, name: NameMatch): boolean {
  return 'exactly' in name ? actual === name.exactly : new RegExp(name.pattern, name.flags).test(actual);
}

/** An action needs one element: the first of several would be a guess. */
function only(role: string, name: NameMatch): Element {
  const [first, ...others] = matches(role, name);
  if (!first) throw new Error(`There is no such element. ${outline()}`);
  if (others.length > 0) throw new Error(`${others.length + 1} elements match: name one of them.`);
  return first[0];
}

/**
 * A press has to go down on the element and up on it, or it isn’t a click. A document that takes no input for
 * now swallows it as it goes down, and not as it goes up; what takes the element away as it goes down sees no
 * more of it. One that was drawn anew since we aimed is as good, or we would press what has heard us twice.
 * A press that goes elsewhere makes no click: what came under the mouse just then is pressed by no test.
 */
function awaitPress(
  aimedAt: Element,
  isLike: (other: Element) => boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  const once = { capture: true, once: true, signal };
  return new Promise((done) => {
    let element = aimedAt;
    const elsewhere = (event: PointerEvent) => {
      const path = event.composedPath();
      const [hit] = path;
      const isMissed = hit instanceof Element && !path.includes(element) && !reaches(element, hit);
      return isMissed ? `to ${label(hit)}` : undefined;
    };
    let isDown = false;
    let isUp = false;
    let isMissed = false;
    const takeUp = (event: PointerEvent) => {
      isUp = true;
      const place = elsewhere(event);
      // What was refused as it went down isn’t a press, and what has gone away gets no click.
      if (place || !isDown || !element.isConnected) done(place);
      else setTimeout(() => done('to it, and the browser made no click of it'), PRESS_MS / 2);
    };
    const takeDown = (event: PointerEvent) => {
      const redrawn = event.composedPath().find((other) => other instanceof Element && isLike(other));
      if (!element.isConnected && redrawn instanceof Element) element = redrawn;
      const place = elsewhere(event);
      isMissed = place !== undefined;
      isDown = !isMissed;
      if (place) done(place);
      else setTimeout(() => isUp || done(undefined), PRESS_MS / 2);
    };
    const takeClick = (event: MouseEvent) => {
      done(undefined);
      if (!isMissed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('pointerdown', takeDown, once);
    addEventListener('pointerup', takeUp, once);
    addEventListener('click', takeClick, once);
  });
}

/** A label counts as its control: that is where a styled, invisible checkbox is clicked. */
function reaches(element: Element, hit: Element): boolean {
  const labelled = hit.closest('label')?.control === element;
  return element.contains(hit) || labelled || hit.contains(element.closest('label'));
}

function clickPoint(element: Element): ClickPoint {
  if (isOff(element)) throw new Error(`${label(element)} is disabled.`);
  const { left, top, width, height } = element.getBoundingClientRect();
  // A mouse stands on whole pixels.
  const point = { x: Math.floor(left + width / 2), y: Math.floor(top + height / 2) };
  const root = element.getRootNode();
  const hit = (root instanceof ShadowRoot ? root : document).elementFromPoint(point.x, point.y);
  if (hit && reaches(element, hit)) return point;
  throw new Error(
    `${label(element)} is covered by ${hit ? label(hit) : 'nothing: it is outside the viewport'}.`,
  );
}

function outline(): string {
  const lines: string[] = [];
  for (const [element, depth] of exposedElements(document)) {
    const role = roleOf(element);
    if (role && role !== 'document') lines.push(' '.repeat(depth) + line(describeElement(element, role)));
  }
  const rest = lines.length - OUTLINE_LINES;
  if (rest > 0) lines.splice(OUTLINE_LINES, rest, `… and ${rest} more`);
  return [`${location.href} (${document.readyState}) shows:`, ...lines].join('\n');
}

function line({ role, name, text, ...state }: ElementSnapshot): string {
  const said = Object.entries(state).flatMap(([key, value]) => {
    if (value === false && key !== 'checked' && key !== 'pressed') return [];
    return value === '' ? [] : [`${key}=${JSON.stringify(value)}`];
  });
  const content =
    name === '' && text !== '' && !CONTAINERS.includes(role)
      ? `: ${text.slice(0, 120)}`
      : name && ` "${name}"`;
  return [role + content, ...said].join(' ');
}

function label(element: Element): string {
  return `<${element.localName}> "${nameOf(element) || textOf(element).slice(0, 60)}"`;
}
