import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TableDefaults } from '../request/read-table';
import { type ReadList, readLines, type Target } from './lines';

/** Lines while they are typed: what they were read as, once that is known. */
type ReadingLines = Partial<ReadList> & { settled(): Promise<readonly Target[]> };

/** Reads lines anew after each change. */
export function useReadLines(text: string, { protocol, role, region, chosen }: TableDefaults): ReadingLines {
  const reading = useMemo(
    () => readLines(text, { protocol, role, region, chosen }),
    [text, protocol, role, region, chosen],
  );
  const [read, setRead] = useState<ReadList>();
  useEffect(() => {
    let isCurrent = true;
    void reading.then((list) => isCurrent && setRead(list));
    return () => {
      isCurrent = false;
    };
  }, [reading]);
  // While new lines are read, those before stay, so that nothing on screen jumps.
  const shown = text.trim() === '' ? { targets: [] } : read;
  return { ...shown, settled: async () => (await reading).targets };
}
