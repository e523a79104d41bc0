import { GUARD_STRINGS } from '../../strings/guard';
import type { PanelHost } from './context';
import { OptionsLink } from './options-link';

/** Leads to the limit that held a call back. */
export const LimitLink = ({ host }: { host: Pick<PanelHost, 'openOptions'> }) => (
  <OptionsLink host={host} page="limits" label={GUARD_STRINGS.changeLimit} />
);
