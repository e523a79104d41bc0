import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ListDefaults, readLines, type Target } from './lines';

/** Lines while they are typed: what they were read as, once that is known. */
export type ReadingLines = { targets: readonly Target[] | undefined; settled(): Promise<readonly Target[]> };

/** Reads lines anew after each change. */
export function useReadLines(text: string, { protocol, role, region }: ListDefaults): ReadingLines {
  const reading = useMemo(() => readLines(text, { protocol, role, region }), [text, protocol, role, region]);
  const [read, setRead] = useState<{ of: Promise<readonly Target[]>; targets: readonly Target[] }>();
  useEffect(() => {
    let isCurrent = true;
    void reading.then((targets) => isCurrent && setRead({ of: reading, targets }));
    return () => {
      isCurrent = false;
    };
  }, [reading]);
  // While new lines are read, those before stay, so that nothing on screen jumps.
  return { targets: text.trim() === '' ? [] : read?.targets, settled: () => reading };
}
