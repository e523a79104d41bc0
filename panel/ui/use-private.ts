import { useEffect, useState } from 'preact/hooks';
import type { PanelStorage } from '../../settings/storage/area';

/** Whether this document stands in a private window, once that is known. */
export function useIsPrivate(storage: PanelStorage | undefined): boolean {
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void storage?.isPrivate?.().then(setPrivate), [storage]);
  return isPrivate;
}
