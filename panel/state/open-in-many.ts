import type { PanelContext } from './context';

/**
 * Shows a text as the lines of *Many*. What the user has typed there can be brought back, however often this
 * takes its place.
 */
export function openInMany(text: string, { lines, replacedLines, dialView }: PanelContext): void {
  replacedLines.value ??= lines.value;
  lines.value = text;
  dialView.value = 'many';
}
