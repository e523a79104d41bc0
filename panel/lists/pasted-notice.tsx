import { LIST_STRINGS } from '../../strings/lists';
import { filledLines } from '../request/detect/filled-lines';
import type { PanelContext } from '../state/context';

type Props = { context: PanelContext; fileName?: string | undefined; onUndo(): void };

/** Says that lines came from *Destination* or from a file, and brings back what stood here before. */
export function PastedNotice({ context: { lines, replacedLines }, fileName, onUndo }: Props) {
  const before = replacedLines.value;
  if (before === undefined) return null;
  const count = filledLines(lines.value).length;
  const undo = () => {
    lines.value = before;
    replacedLines.value = undefined;
    onUndo();
  };
  return (
    <p class="help done" role="status">
      {fileName === undefined ? LIST_STRINGS.pasted(count) : LIST_STRINGS.opened(fileName)}{' '}
      <button type="button" class="plain" onClick={undo}>
        {LIST_STRINGS.undo}
      </button>
    </p>
  );
}
