import type { Action } from '../meeting/actions';
import { PluginStream } from './plugin-stream';

/**
 * `PEX.actions$`.
 * @see Plugin guide, "window.PEX.actions$"
 */
export class ActionStream extends PluginStream<Action> {
  /** The actions of these types and no others. */
  ofType(...types: string[]): PluginStream<Action> {
    return this.filter(({ type }) => types.includes(type));
  }
}
