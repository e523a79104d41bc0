/** What a panel that alerts needs of the browser. */
export { onViewAsked } from './asked-view';
export { reportOutcome } from './call-outcome';
