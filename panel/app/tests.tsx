import { useEffect, useState } from 'preact/hooks';
import { Diagnostics } from '../diagnostics/diagnostics';
import { Scenarios } from '../scenarios/scenarios';
import type { PanelContext } from '../state/context';
import { withMemory } from '../state/remember';

/** What finds out whether all is well: scenarios that are played, and an examination. */
export function Tests({ context }: { context: PanelContext }) {
  const isRead = useMemoryRead(context);
  if (!isRead) return null;
  return (
    <>
      <Scenarios context={context} />
      <Diagnostics context={context} />
    </>
  );
}

/** Whether what the panel before has left is at hand: a scenario that came later would push what is below. */
function useMemoryRead(context: PanelContext): boolean {
  const [isRead, setRead] = useState(!context.loadMemory);
  useEffect(() => {
    void withMemory(context, () => () => {}).then(() => setRead(true));
  }, []);
  return isRead;
}
