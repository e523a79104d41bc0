import {
  distinctUntilChanged,
  filter,
  map,
  Observable,
  type Observer,
  type Operator,
  type OperatorFunction,
  Subscriber,
  type Subscription,
  take,
  tap,
} from 'rxjs';
import { type Owner, runFor, textOf } from './owner';

type Next<T> = Partial<Observer<T>> | ((value: T) => void) | null | undefined;

/**
 * A stream as a plugin gets it: what its callbacks throw is reported under its name, and its subscriptions
 * end when it is unloaded. Operators that the plugin applies keep both.
 */
export class PluginStream<T> extends Observable<T> {
  readonly #ownerNow: () => Owner | undefined;

  /** @param ownerNow whose a subscription is, asked when it is made */
  constructor(from: Observable<T> | undefined, ownerNow: () => Owner | undefined) {
    super(from && ((subscriber) => from.subscribe(subscriber)));
    this.#ownerNow = ownerNow;
  }

  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new PluginStream<R>(undefined, this.#ownerNow);
    lifted.source = this;
    lifted.operator = operator;
    return lifted;
  }

  // The operators that plugins written for RxJS 5 chain as methods.
  filter(accepts: (value: T, index: number) => boolean): PluginStream<T> {
    return this.#chain(filter(accepts));
  }

  map<R>(project: (value: T, index: number) => R): PluginStream<R> {
    return this.#chain(map(project));
  }

  take(count: number): PluginStream<T> {
    return this.#chain(take(count));
  }

  do(next: (value: T) => void): PluginStream<T> {
    return this.#chain(tap(next));
  }

  distinctUntilChanged(isSame?: (before: T, after: T) => boolean): PluginStream<T> {
    return this.#chain(distinctUntilChanged(isSame));
  }

  #chain<R>(operator: OperatorFunction<T, R>): PluginStream<R> {
    return new PluginStream<R>(this.pipe(operator), this.#ownerNow);
  }

  override subscribe(
    observerOrNext?: Next<T>,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // An operator of RxJS between this and the plugin's own callbacks, which are wrapped where it is
    // subscribed to.
    if (observerOrNext instanceof Subscriber) return super.subscribe(observerOrNext);
    const observer = toObserver(observerOrNext, error, complete);
    const owner = this.#ownerNow();
    if (!owner) return super.subscribe(observer);
    const subscription = super.subscribe({
      next: (value) => runFor(owner, 'a subscription', () => observer.next?.(value)),
      error: (reason: unknown) => {
        if (observer.error) runFor(owner, 'an error handler', () => observer.error?.(reason));
        else owner.report(`a subscription ended with ${textOf(reason)}`, reason);
      },
      complete: () => runFor(owner, 'a subscription', () => observer.complete?.()),
    });
    owner.listening.add(subscription);
    return subscription;
  }
}

/** One form for the two in which RxJS takes callbacks: an object, or up to three functions. */
function toObserver<T>(
  given: Next<T>,
  error: ((error: unknown) => void) | null | undefined,
  complete: (() => void) | null | undefined,
): Partial<Observer<T>> {
  if (typeof given === 'object' && given !== null) return given;
  return { ...(given && { next: given }), ...(error && { error }), ...(complete && { complete }) };
}
