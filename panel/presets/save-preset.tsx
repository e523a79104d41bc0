import { useState } from 'preact/hooks';
import type { DialRequest } from '../../protocol/dial-fields';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';

const NamePreset = lazy(() => import('./name-preset').then((module) => module.NamePreset));

/** Saves the form as a preset, once it is valid. */
export function SavePreset({ context: { store, presets, storage } }: { context: PanelContext }) {
  const [request, setRequest] = useState<DialRequest>();
  const begin = async () => {
    const checked = await store.form.check();
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
  return (
    <NamePreset
      storage={storage}
      suggestion={request.remote_display_name ?? request.destination}
      onCancel={() => setRequest(undefined)}
      onName={(name) => {
        void presets.load().then((loaded) => loaded.add(name, request));
        setRequest(undefined);
      }}
    />
  );
}
