/** What lies over the views at the lower edge: the custom properties of the document with its heights. */
const OVER = ['--notices', '--typed-pin'];

/**
 * Keeps as `--above-summary` how far from the lower edge that has to begin. The summary of the calls stays on
 * screen, down there as long as its own place is below: what comes must not cover it, nor move it from under
 * the pointer, and stands above it. Where there is room below the summary, it stands at the edge itself.
 */
export function standAboveSummary(): void {
  const { style } = document.documentElement;
  const height = OVER.reduce((sum, name) => sum + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0);
  const summary = height > 0 && document.querySelector('.calls-summary')?.getBoundingClientRect();
  // What is hidden has no height.
  const isMet = summary && summary.height > 0 && summary.bottom > window.innerHeight - height;
  style.setProperty('--above-summary', `${isMet ? Math.max(0, window.innerHeight - summary.top) : 0}px`);
}
