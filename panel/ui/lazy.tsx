import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';

/** A component whose code is loaded when it is first shown. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  const preload = async () => {
    loaded = await load();
  };
  function Lazy(props: Props) {
    const [state, setState] = useState<{ Part?: ComponentType<Props> | undefined; failed?: boolean }>({
      Part: loaded,
    });
    useEffect(() => {
      if (state.Part) return;
      // Also where it has come for another since this one was first drawn: `load` then answers at once.
      preload().then(
        () => setState({ Part: loaded }),
        // An update of the extension takes the old files away from a panel that is still open.
        () => setState({ failed: true }),
      );
    }, []);
    if (state.failed) return <p class="error">{STRINGS.notLoaded}</p>;
    return state.Part ? <state.Part {...props} /> : null;
  }
  /** Loads it before it is shown, so that it is there with what stands below it. */
  Lazy.preload = preload;
  return Lazy;
}
