/** Says something to a page that is framed here; the browser withholds it from every other origin than this. */
export const tellFrame = (frame: HTMLIFrameElement, message: object, origin: string): void =>
  frame.contentWindow?.postMessage(message, origin);
