import { NOTICE_STRINGS } from '../../strings/notices';
import type { OptionsPage, PanelHost } from './context';

type Props = { host: Pick<PanelHost, 'openOptions'>; page: OptionsPage; label?: string };

/** Leads to the place in the options of a setting that was missed here. */
export function OptionsLink({ host: { openOptions }, page, label = NOTICE_STRINGS.openOptions }: Props) {
  if (!openOptions) return null;
  return (
    <button type="button" class="plain" onClick={() => openOptions(page)}>
      {label}
    </button>
  );
}
