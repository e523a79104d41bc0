import { map } from 'rxjs';
import { type Action, REPORTED_ACTIONS } from '../meeting/actions';
import { neverComes } from '../obstacles/obstacles';
import { copyOfAction } from './copies';
import type { Owner } from './owner';
import { PluginStream } from './plugin-stream';

/**
 * `PEX.actions$`.
 * @see Plugin guide, "window.PEX.actions$"
 */
export class ActionStream extends PluginStream<Action> {
  readonly #caller: () => Owner | undefined;

  constructor(from: ConstructorParameters<typeof PluginStream<Action>>[0], caller: () => Owner | undefined) {
    super(from?.pipe(map(copyOfAction)), caller);
    this.#caller = caller;
  }

  /** The actions of these types and no others. */
  ofType(...types: (string | undefined)[]): PluginStream<Action> {
    for (const type of types) {
      // A name that PEX.actions does not have.
      if (type === undefined) this.#caller()?.limit(neverComes('undefined'));
      // What another plugin dispatches may be of any other form.
      else if (!REPORTED_ACTIONS.includes(type) && /^\[\w+\] |^PexRTC: /.test(type)) {
        this.#caller()?.limit(neverComes(type));
      }
    }
    return this.filter(({ type }) => types.includes(type));
  }
}
