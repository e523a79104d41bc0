import { useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import { lazy } from '../ui/lazy';
import type { DialFormState } from './form';

const BodyEditor = lazy(() => import('./body-editor').then((module) => module.BodyEditor));

/** Names the text area, so that a refusal can move the focus there. */
export const BODY_ID = 'dial-body';

/** The exact body that would be sent, for whoever wants to see it. */
export function RequestBody({ form }: { form: DialFormState }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="request-body" onToggle={({ currentTarget }) => setOpen(isOpen || currentTarget.open)}>
      <summary>{STRINGS.body}</summary>
      {isOpen && <BodyEditor form={form} />}
    </details>
  );
}
