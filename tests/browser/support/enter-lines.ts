import type { Surface } from '../harness/browser';

/** Enters these lines in place of those of the list. */
export const enterLines = (panel: Surface, lines: string): Promise<void> =>
  panel.evaluate((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#list-lines');
    if (!field) throw new Error('The field for lines is missing.');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, lines);
