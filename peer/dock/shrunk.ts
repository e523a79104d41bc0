/** A panel drawn at less than this part of its size can be clicked and not be read. */
const MIN_SCALE = 0.6;

/** CSS pixels. */
const MIN_WIDTH = 160;
const MIN_HEIGHT = 120;

/**
 * Returns whether the dock is too small on screen to be read: by CSS `zoom` of the page, which reaches into
 * the top layer, or in a window of a few lines. A large zoom leaves as little room. The zoom that a person
 * sets in the browser is theirs.
 */
export function isShrunk(host: Element): boolean {
  const given: unknown = Reflect.get(host, 'currentCSSZoom');
  const zoom = typeof given === 'number' ? given : 1;
  const { width, height } = host.getBoundingClientRect();
  const scale = Math.max(1, zoom);
  return zoom < MIN_SCALE || width < MIN_WIDTH * scale || height < MIN_HEIGHT * scale;
}
