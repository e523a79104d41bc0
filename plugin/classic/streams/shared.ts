import { BehaviorSubject, Observable, Subject } from 'rxjs';
import { ActionStream } from './action-stream';
import { PluginStream } from './plugin-stream';

/**
 * What all plugins' streams and states are made of, by names for people. This host works with the same; a
 * plugin can add a method to them, as plugins of RxJS 5 did, and replaces none.
 */
export const STREAMS: readonly (readonly [name: string, holder: object])[] = [
  ['Observable.prototype', Observable.prototype],
  ['Observable.prototype', Subject.prototype],
  ['Observable.prototype', BehaviorSubject.prototype],
  ['Observable.prototype', PluginStream.prototype],
  ['PEX.actions$', ActionStream.prototype],
];
