import type { PanelContext } from './context';

/** Shows a text as the lines of *Many*. What stood there can be brought back, also if it is shown twice. */
export function openInMany(text: string, { lines, replacedLines, dialView }: PanelContext): void {
  if (lines.value !== text) replacedLines.value = lines.value;
  lines.value = text;
  dialView.value = 'many';
}
