import type { ComponentChildren } from 'preact';

/** What every field has beside its control. */
export type FieldTexts = {
  /** Names the control; its texts are named after it. */
  id: string;
  label: string;
  help?: ComponentChildren;
  /** What is wrong with the value. */
  error?: string | undefined;
  /** A further class of the field. */
  class?: string;
  /** A further element that describes the control. */
  hintId?: string | undefined;
};

/** Ties a control to its texts, for assistive technology. */
export function describedControl({ id, help, error, hintId }: FieldTexts) {
  const describedBy = [error && `${id}-error`, hintId, help && `${id}-help`].filter(Boolean).join(' ');
  return {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy || undefined,
  };
}

type FrameProps = { texts: FieldTexts; children: ComponentChildren };

/** A control with its label above it, and below it what is wrong with its value and what it is for. */
export function FieldFrame({ texts: { id, label, help, error, class: further }, children }: FrameProps) {
  return (
    <div class={further ? `field ${further}` : 'field'}>
      <label for={id}>{label}</label>
      {children}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
