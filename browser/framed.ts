/** Posts to a page that is framed here. The browser delivers to this origin only. */
export const postToFrame = (frame: HTMLIFrameElement, message: object, origin: string): void =>
  frame.contentWindow?.postMessage(message, origin);
