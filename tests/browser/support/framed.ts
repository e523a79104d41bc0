/** Shows a page in a frame, which can be narrower than a window. It is carried into the page as text. */
export async function showFramed(url: string, height: number, width = 320): Promise<void> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 0';
  frame.style.height = `${height}px`;
  frame.style.width = `${width}px`;
  frame.src = url;
  document.body.replaceChildren(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
}
