/**
 * What a view is held to beside axe's rules, looked at in its page and changing nothing there but the focus:
 * what can be pressed is at least 24 px wide and high (axe lets small ones pass that stand apart) and lies
 * under nothing else that can be pressed, what has the focus shows it, and nothing moves for those who asked
 * for that. Self-contained, since it is carried there as text; a key was pressed before.
 */
export function brokenHabits(): string[] {
  const LEAST = 24;
  // Nothing outside of an open dialog can be pressed.
  const controls = [
    ...(document.querySelector('dialog[open]') ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
    ),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *'),
  );
  const named = (what: string, element: Element) => `${what}: ${element.outerHTML.slice(0, 120)}`;

  const isSmall = (element: HTMLElement) => {
    // A press on its label is one on the box or the switch.
    const label = element.matches('[type="checkbox"], [type="radio"]') ? element.closest('label') : null;
    const { width, height } = (label ?? element).getBoundingClientRect();
    return width < LEAST - 0.01 || height < LEAST - 0.01;
  };
  /**
   * A press 8 px inside either side, or in the middle, must hit no other one, but for an open menu, which
   * goes away.
   */
  const isCovered = (element: HTMLElement) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [left + 8, (left + right) / 2, right - 8]
      .map((x) => document.elementFromPoint(x, (top + bottom) / 2))
      .filter((hit) => !hit?.closest('details .more-items, :popover-open'))
      .some((hit) => controls.some((other) => other.contains(hit) && !other.contains(element)));
  };
  /** Lists of suggestions and menus lie over everything else. */
  const overlays = [...document.querySelectorAll('[role="listbox"], :popover-open')];
  const showsThrough = (element: HTMLElement) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return overlays.some((overlay) => {
      const over = overlay.getBoundingClientRect();
      const isOver = over.left < x && x < over.right && over.top < y && y < over.bottom;
      return isOver && !overlay.contains(document.elementFromPoint(x, y));
    });
  };
  const showsFocus = (element: HTMLElement) => {
    element.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return (
      element.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    );
  };
  const moves = (element: Element, pseudo?: string) => {
    const { animationName, animationDuration, transitionDuration, content } = getComputedStyle(
      element,
      pseudo,
    );
    if (pseudo && content === 'none') return false;
    const lasts = (durations: string) => durations.split(',').some((each) => Number.parseFloat(each) > 0);
    return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
  };
  const before = document.activeElement;
  const broken = [
    ...controls.filter(isSmall).map((element) => named('too small', element)),
    ...controls.filter(isCovered).map((element) => named('lies under another', element)),
    ...controls.filter(showsThrough).map((element) => named('shows through what lies over it', element)),
    ...controls
      .filter((element) => !showsFocus(element))
      .map((element) => named('no focus to be seen', element)),
    ...[...document.querySelectorAll('*')]
      .filter((element) => moves(element) || moves(element, '::before') || moves(element, '::after'))
      .map((element) => named('moves', element)),
  ];
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return broken;
}
