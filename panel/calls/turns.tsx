import { STRINGS } from '../../strings/panel';
import type { PanelStore } from '../state/store';
import { Switch } from '../ui/switch';

const HELP_ID = 'calls-turns';

/** The switch for several calls at once, and why calls take turns. It is loaded where they do. */
export function Turns({ store }: { store: PanelStore }) {
  return (
    <div class="turns">
      <Switch
        label={STRINGS.overlap}
        on={store.overlap.value}
        describedBy={HELP_ID}
        onAsk={store.setOverlap}
      />
      <p class="help" id={HELP_ID}>
        {STRINGS.overlapHelp}
      </p>
    </div>
  );
}
