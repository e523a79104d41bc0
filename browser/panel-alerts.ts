import { onViewAsked } from './asked-view';
import { reportOutcome } from './call-outcome';

/** What a panel that alerts needs of the browser. */
export const panelAlerts = { onViewAsked, reportOutcome };
