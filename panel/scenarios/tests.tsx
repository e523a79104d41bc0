import { Diagnostics } from '../diagnostics/diagnostics';
import type { PanelParts } from '../state/context';
import { Scenarios } from './scenarios';
import './tests.css';

/** What finds out whether all is well: scenarios that are played, and an examination. */
export function Tests({ parts }: { parts: PanelParts }) {
  return (
    <>
      <Scenarios parts={parts} />
      <Diagnostics parts={parts} />
    </>
  );
}
