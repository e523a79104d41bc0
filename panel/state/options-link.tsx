import { NOTICE_STRINGS } from '../../strings/notices';
import type { OptionsPage, PanelEnvironment } from './context';

type Props = { context: Pick<PanelEnvironment, 'openOptions'>; page: OptionsPage; label?: string };

/** Leads to the place in the options of a setting that was missed here. */
export function OptionsLink({ context: { openOptions }, page, label = NOTICE_STRINGS.openOptions }: Props) {
  if (!openOptions) return null;
  return (
    <button type="button" class="plain" onClick={() => openOptions(page)}>
      {label}
    </button>
  );
}
