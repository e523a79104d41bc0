import { useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import type { DialFormState } from '../request/form';
import { lazy } from '../ui/lazy';

const BodyEditor = lazy(() => import('./body-editor').then((module) => module.BodyEditor));

/** The exact body that would be sent. */
export function RequestBody({ form }: { form: DialFormState }) {
  const [isOpen, setOpen] = useState(false);
  // The panel before was closed on it.
  if (form.wrongBody.value && !isOpen) setOpen(true);
  return (
    <details
      class="request-body"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(isOpen || currentTarget.open)}
    >
      <summary>{STRINGS.body}</summary>
      {isOpen && <BodyEditor form={form} />}
    </details>
  );
}
