/**
 * Loads a plugin's source file as what it is, a plain script, and waits until it has run.
 *
 * @returns false if there is no such file
 * @see Plugin guide, "Plugin source file"
 */
export function loadScript(src: string): Promise<boolean> {
  const script = document.createElement('script');
  script.src = src;
  const loaded = new Promise<boolean>((resolve) => {
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
  });
  document.head.append(script);
  return loaded;
}
