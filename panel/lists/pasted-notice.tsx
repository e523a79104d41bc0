import { LIST_STRINGS } from '../../strings/lists';
import type { PanelContext } from '../state/context';

/** Says that lines came from *Destination*, and brings back what stood here before. */
export function PastedNotice({ context: { lines, replacedLines } }: { context: PanelContext }) {
  const before = replacedLines.value;
  if (before === undefined) return null;
  const count = lines.value.split(/[\r\n]+/).filter((line) => line.trim() !== '').length;
  const undo = () => {
    lines.value = before;
    replacedLines.value = undefined;
  };
  return (
    <p class="help done" role="status">
      {LIST_STRINGS.pasted(count)}{' '}
      <button type="button" class="plain" onClick={undo}>
        {LIST_STRINGS.undo}
      </button>
    </p>
  );
}
