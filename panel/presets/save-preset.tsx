import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';

export const LazyNamePreset = lazy(() => import('./name-preset').then((module) => module.NamePreset));

/** Saves the form as a preset, once it is valid. */
export function SavePreset({ context }: { context: PanelContext }) {
  const { newPreset, store } = context;
  const begin = async () => {
    const checked = await store.form.check();
    if (checked.ok) newPreset.value = { request: checked.value };
  };
  if (!newPreset.value) {
    return (
      <button type="button" class="save" onClick={() => void begin()}>
        <span aria-hidden="true">☆ </span>
        {STRINGS.save}
      </button>
    );
  }
  return <LazyNamePreset context={context} preset={newPreset.value} />;
}
