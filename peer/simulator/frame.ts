/**
 * Creates the simulated plugin's frame, or empties the meeting's frame, and marks it. Returns false on a page
 * without a meeting frame. Injected into the page as a standalone function: don't reference this module.
 */
export async function prepareFrame(place: string): Promise<boolean> {
  const mark = 'data-external-chat-simulator';
  if (document.querySelector(`[${mark}]`)) return true;
  let frame: HTMLIFrameElement | null;
  if (place === 'own') {
    // With the namespace: createElement would not make a frame in an XML document.
    frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe') as HTMLIFrameElement;
    frame.id = 'external-chat-simulator';
    frame.hidden = true;
    frame.setAttribute(mark, '');
    document.documentElement.append(frame);
    return true;
  }
  frame = document.querySelector<HTMLIFrameElement>('iframe#webapp3, iframe[src*="/webapp3"]');
  if (!frame) return false;
  const emptied = frame;
  emptied.setAttribute(mark, emptied.getAttribute('src') ?? '');
  await new Promise((resolve) => {
    emptied.addEventListener('load', resolve, { once: true });
    emptied.src = 'about:blank';
  });
  return true;
}
