import type { PanelParts } from '../parts';
import { Scenarios } from '../scenarios/scenarios';
import './tests.css';

/** What finds out whether all is well: scenarios that are played. */
export function Tests({ parts }: { parts: PanelParts }) {
  return <Scenarios parts={parts} />;
}
