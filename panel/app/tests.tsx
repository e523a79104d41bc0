import { Diagnostics } from '../diagnostics/diagnostics';
import { Scenarios } from '../scenarios/scenarios';
import type { PanelContext } from '../state/context';
import './tests.css';

/** What finds out whether all is well: scenarios that are played, and an examination. */
export function Tests({ context }: { context: PanelContext }) {
  return (
    <>
      <Scenarios context={context} />
      <Diagnostics context={context} />
    </>
  );
}
