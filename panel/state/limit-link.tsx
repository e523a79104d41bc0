import { isFixed } from '../../settings/fixed-settings';
import { LIMIT_STRINGS } from '../../strings/limit';
import type { PanelContext } from './context';
import { OptionsLink } from './options-link';

/** Leads to the limit that held a call back, or says whose it is. */
export const LimitLink = ({ context }: { context: Pick<PanelContext, 'openOptions' | 'store'> }) =>
  isFixed(context.store.settings, 'perMinute') ? (
    <p class="help">{LIMIT_STRINGS.managed}</p>
  ) : (
    <OptionsLink context={context} page="limits" label={LIMIT_STRINGS.change} />
  );
