import {
  computeAccessibleDescription,
  computeAccessibleName,
  getRole,
  isDisabled,
} from 'dom-accessibility-api';
import type { ElementSnapshot } from '../snapshot';

/** The element's role. */
export function roleOf(element: Element): string | null {
  // The ARIA mapping leaves passwords open; both browsers expose them as text boxes.
  if (element instanceof HTMLInputElement && element.type === 'password') return 'textbox';
  return getRole(element);
}

/** The element's accessible name. */
export function nameOf(element: Element): string {
  return collapse(computeAccessibleName(element));
}

/** Whether nothing comes of a press of the element. */
export const isOff = (element: Element): boolean =>
  isDisabled(element) || element.getAttribute('aria-disabled') === 'true';

/** Everything that `ElementSnapshot` holds about the element. */
export function describeElement(element: Element, role: string, name = nameOf(element)): ElementSnapshot {
  const invalid = element.getAttribute('aria-invalid');
  const root = element.getRootNode();
  return {
    role,
    name,
    text: textOf(element),
    description: collapse(computeAccessibleDescription(element)),
    disabled: isOff(element),
    invalid: invalid !== null && invalid !== 'false',
    focused: (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element,
    ...controlValue(element),
    ...stateOf(element, 'pressed'),
    ...stateOf(element, 'selected'),
    ...checkedOf(element),
    ...expandedOf(element),
  };
}

/** Text content with white space collapsed. */
export function textOf(element: Element): string {
  return collapse(element.textContent ?? '');
}

function controlValue(element: Element): { value?: string } {
  const control =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return control ? { value: element.value } : {};
}

function checkedOf(element: Element): { checked?: boolean } {
  if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) {
    return { checked: element.checked };
  }
  return stateOf(element, 'checked');
}

function expandedOf(element: Element): { expanded?: boolean } {
  if (element.localName === 'summary' && element.parentElement instanceof HTMLDetailsElement) {
    return { expanded: element.parentElement.open };
  }
  return stateOf(element, 'expanded');
}

function stateOf<K extends 'checked' | 'pressed' | 'selected' | 'expanded'>(
  element: Element,
  state: K,
): { [P in K]?: boolean } {
  const value = element.getAttribute(`aria-${state}`);
  const known: { [P in K]?: boolean } = {};
  if (value !== null) known[state] = value === 'true';
  return known;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
