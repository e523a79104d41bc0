import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { keyOf } from '../ui/key-of';
import type { Typed } from './asked';
import type { PeopleContext } from './context';

type Props = { title: string; onClose(): void; children: ComponentChildren };

/** A question or a form about one person, in front of everything else. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    const shown = new AbortController();
    current?.addEventListener('close', onClose, { signal: shown.signal });
    current?.showModal();
    return () => {
      // One that goes with its view has not been answered.
      shown.abort();
      // Only a dialog that is closed gives the focus back, and not one that is taken away.
      current?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="person-dialog"
      aria-labelledby="person-dialog-title"
      onKeyDown={(event) => {
        if (keyOf(event) !== 'Escape') return;
        // In the dock, Escape gives the keyboard back to the page: not from in here.
        event.preventDefault();
        event.currentTarget.close();
      }}
    >
      <h2 id="person-dialog-title">
        <bdi>{title}</bdi>
      </h2>
      {children}
    </dialog>
  );
}

/** What each form in a dialog is given. */
export type FormProps = {
  context: PeopleContext;
  uuid: string;
  /** What was typed into it until now. */
  typed: Typed;
  onType(part: Typed): void;
  onClose(): void;
};

/** The buttons below a form. */
export function Buttons({ label, onClose }: { label: string; onClose(): void }) {
  return (
    <div class="actions">
      <button type="submit" class="primary">
        {label}
      </button>
      <button type="button" onClick={onClose}>
        {STRINGS.cancel}
      </button>
    </div>
  );
}
