/**
 * The one place where text becomes HTML.
 *
 * The text is a plugin's own, from the organization's branding; its code runs as a script in this very
 * document, so what it could do by HTML it can do anyway. The guide documents `onclick` in it, which a
 * sanitizer would take away. Nothing that this host itself shows comes through here: names, messages and
 * errors are set as text. See docs/decisions/0008-classic-dialogs.md.
 */
export function toFragment(html: string): DocumentFragment {
  // In this document's own context: handlers in attributes are compiled for the window that has PEX.
  const fragment = document.createRange().createContextualFragment(html);
  // Webapp2 set its dialogs as innerHTML, where a script element does not run.
  for (const script of fragment.querySelectorAll('script')) script.remove();
  return fragment;
}
