import { useState } from 'preact/hooks';
import type { DialRequest } from '../../protocol/dial-fields';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';

const NamePreset = lazy(() => import('./name-preset').then((module) => module.NamePreset));

/** Saves the form as a preset, once it is valid. */
export function SavePreset({ context }: { context: PanelContext }) {
  const [request, setRequest] = useState<DialRequest>();
  const begin = async () => {
    const checked = await context.store.form.check();
    if (checked.ok) setRequest(checked.value);
  };
  if (!request) {
    return (
      <button type="button" class="save" onClick={() => void begin()}>
        <span aria-hidden="true">☆ </span>
        {STRINGS.save}
      </button>
    );
  }
  return <NamePreset context={context} request={request} onDone={() => setRequest(undefined)} />;
}
