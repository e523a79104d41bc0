import type { ComponentChildren, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import { AT_FORM } from '../request/dialer';
import { FORM_FIELDS } from '../request/draft';
import { controlId, Field } from '../request/field';
import { MoreOptions } from '../request/more-options';
import type { PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import type { PanelStore } from '../state/store';
import { useFocusOnce } from '../state/use-focus-once';
import { keyOf } from '../ui/key-of';
import { lazy } from '../ui/lazy';
import { BODY_ID, HINT_ID } from './ids';
import { RequestBody } from './request-body';
import './dial.css';

const LimitLink = lazy(() => import('../state/limit-link').then((module) => module.LimitLink));
const DialHint = lazy(() => import('./dial-hint').then((module) => module.DialHint));
const Suggestions = lazy(() => import('./suggestions').then((module) => module.Suggestions));

/** Its list comes with the first letter. */
const COMBOBOX = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false } as const;

/**
 * The form *Dial out*. It stands there in every state, so that what was typed is never out of sight; without
 * a meeting nothing in it can be used.
 * `children` are further actions beside its button.
 */
export function DialForm({ context, children }: { context: PanelContext; children?: ComponentChildren }) {
  const { store } = context;
  const form = useRef<HTMLFormElement>(null);
  const [hasTyped, setTyped] = useState(false);
  useFocusOnce(store, controlId('destination'));
  useFocusOnRefusal(store, form);
  const ignoreSecondOfDoubleClick = useIgnoreSecondOfDoubleClick();
  const submit = (event: Event) => {
    event.preventDefault();
    const focused = document.activeElement;
    const field = form.current?.querySelector<HTMLInputElement>('input[role=combobox]');
    if (!field) return;
    const { value, selectionStart, selectionEnd } = field;
    // What is typed next takes the place of what is dialed, from the press on: a call can take its time.
    if (field === focused) field.select();
    void store.dial().then((call) => {
      const isSame = document.activeElement === focused && field.value === value;
      // Somebody who has turned to the page keeps the focus there. Below the field, they may be at work on
      // the rest of a tall form.
      if (!isSame || !document.hasFocus() || field.getBoundingClientRect().top < 0) return;
      if (call) {
        field.focus({ preventScroll: true });
        field.select();
      } else field.setSelectionRange(selectionStart, selectionEnd);
    });
  };
  return (
    <section class="dial-out">
      <h2 class="unseen">{STRINGS.dialOut}</h2>
      <form
        ref={form}
        inert={store.status.value === 'no-meeting'}
        aria-label={STRINGS.dialOut}
        noValidate
        onSubmit={submit}
        onClick={ignoreSecondOfDoubleClick}
        onKeyDown={ignoreHeldEnter}
      >
        <div class="with-suggestions" onInput={() => setTyped(true)}>
          <Field form={store.form} field="destination" hintId={HINT_ID} attributes={COMBOBOX} />
          <div class="hint-room">{store.form.detection.found.value && <DialHint context={context} />}</div>
          {hasTyped && <Suggestions context={context} />}
        </div>
        <Field form={store.form} field="protocol" />
        <Field form={store.form} field="role" />
        <MoreOptions form={store.form} />
        <RequestBody form={store.form} />
        <div class="actions">
          <button type="submit" class="primary" aria-describedby="dial-notice">
            {STRINGS.dial}
          </button>
          {children}
          <NoticeText store={store} at={AT_FORM} id="dial-notice" />
          {store.notice.value?.isLimit && <LimitLink context={context} />}
        </div>
      </form>
    </section>
  );
}

/** After the errors are on screen, so that the field is announced together with its error. */
function useFocusOnRefusal(store: PanelStore, form: { current: HTMLFormElement | null }): void {
  const refusals = store.form.refusals.value;
  useLayoutEffect(() => {
    if (refusals === 0) return;
    const errors = store.form.errors.peek();
    const wrong = FORM_FIELDS.find((field) => errors[field]);
    const id = wrong ? controlId(wrong) : BODY_ID;
    const control = form.current?.querySelector<HTMLElement>(`#${id}`);
    if (!control) return;
    control.closest('details')?.setAttribute('open', '');
    control.focus();
  }, [refusals, store, form]);
}

// Dialing costs money: a double click and a key held down mean one call.

/**
 * A browser counts clicks by place and time alone: after a scroll, a click on a field and one on the button
 * may be a pair to it. The second of a pair counts for nothing only if both met the button.
 */
function useIgnoreSecondOfDoubleClick() {
  const previous = useRef<EventTarget | null>(null);
  return (event: TargetedEvent<HTMLFormElement, MouseEvent>) => {
    const isSubmit = event.target instanceof HTMLButtonElement && event.target.type === 'submit';
    if (isSubmit && event.detail > 1 && previous.current === event.target) event.preventDefault();
    previous.current = event.target;
  };
}

function ignoreHeldEnter(event: TargetedEvent<HTMLFormElement, KeyboardEvent>): void {
  if (keyOf(event) === 'Enter' && event.repeat) event.preventDefault();
}
