import { AsyncSubject, from, type Observable, type Subscription } from 'rxjs';

/** What a plugin gives to `openTemplateDialog`. */
export interface DialogTemplate {
  title: string;
  /** HTML. */
  body: string;
}

/**
 * What a plugin holds of its dialog.
 * @see Plugin guide, "openTemplateDialog" and "Migrating plugins from v21 to v22 or later"
 */
export interface DialogRef {
  close(): void;
  /** Emits once when the dialog closes, for any reason. */
  readonly close$: Observable<void>;
  /** v21: says once that the dialog's elements are there. */
  readonly viewInit$: Observable<void>;
}

/** A promise of the dialog, as v22 has it, which can be subscribed to as well, as v21 had it. */
export type DialogOpening = Promise<DialogRef> & {
  subscribe: Observable<DialogRef>['subscribe'];
  pipe: Observable<DialogRef>['pipe'];
};

/**
 * Makes the one thing that is both. The dialog opens in either case, also if nobody asks for its reference.
 */
export function toOpening(
  promise: Promise<DialogRef>,
  wrap: (observable: Observable<DialogRef>) => Observable<DialogRef>,
): DialogOpening {
  const observable = wrap(from(promise));
  return Object.assign(promise, {
    subscribe: observable.subscribe.bind(observable) as (...args: unknown[]) => Subscription,
    pipe: observable.pipe.bind(observable),
  });
}

/** A stream that says one thing once, also to those who come later. */
export const newMoment = (): AsyncSubject<void> => new AsyncSubject();
