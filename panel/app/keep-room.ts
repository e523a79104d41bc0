/**
 * Keeps the height of an element that lies over the end of the page in the custom property `--notices`. As
 * much room is left below, so that everything can be scrolled out from under it. Returns what ends that.
 */
export function keepRoom(element: Element | null): () => void {
  const observer = new ResizeObserver(() => {
    const height = element?.getBoundingClientRect().height ?? 0;
    document.documentElement.style.setProperty('--notices', `${height}px`);
  });
  if (element) observer.observe(element);
  return () => observer.disconnect();
}
