/**
 * Creates the frame of the plugin simulator, or empties the meeting's, and marks it. Returns false if there
 * is none. It is run in the page's top window by itself, so it uses nothing of this module.
 */
export async function prepareFrame(place: string): Promise<boolean> {
  const mark = 'data-external-chat-stand-in';
  if (document.querySelector(`[${mark}]`)) return true;
  let frame: HTMLIFrameElement | null;
  if (place === 'own') {
    frame = document.createElement('iframe');
    frame.id = 'external-chat-stand-in';
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
