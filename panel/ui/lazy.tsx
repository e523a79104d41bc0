import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';

/** A component whose code is loaded when it is first shown. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const loaded = signal<ComponentType<Props>>();
  const preload = async () => {
    loaded.value = await load();
  };
  function Lazy(props: Props) {
    const [isFailed, setFailed] = useState(false);
    const Part = loaded.value;
    useEffect(() => {
      // An update of the extension takes the old files away from a panel that is still open.
      if (!Part) preload().catch(() => setFailed(true));
    }, []);
    if (Part) return <Part {...props} />;
    return isFailed ? <p class="error">{STRINGS.notLoaded}</p> : null;
  }
  /** Loads it before it is shown, so that it is there with what stands below it. */
  Lazy.preload = preload;
  return Lazy;
}
