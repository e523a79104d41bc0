import { BehaviorSubject, map, Subject, throwError } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import type { Action } from '../../../../plugin/classic/meeting/actions';
import { ActionStream } from '../../../../plugin/classic/streams/action-stream';
import { newListening, type Owner, runFor, runningOwner } from '../../../../plugin/classic/streams/owner';
import { PluginStream } from '../../../../plugin/classic/streams/plugin-stream';

const owner = (name = 'one'): Owner & { said: string[] } => {
  const said: string[] = [];
  const report = (sentence: string) => void said.push(sentence);
  return { id: name, name, said, listening: newListening(), report, limit: report };
};

describe('a stream that a plugin is given', () => {
  it('replays, and takes a function or an object', () => {
    const stream = new PluginStream(new BehaviorSubject(1), () => owner());
    const heard: unknown[] = [];
    stream.subscribe((value) => heard.push(value));
    stream.subscribe({ next: (value) => heard.push(value) });
    expect(heard).toEqual([1, 1]);
  });

  it('reports what a callback throws, and goes on', () => {
    const source = new Subject<number>();
    const one = owner();
    const heard: number[] = [];
    new PluginStream(source, () => one).subscribe((value) => {
      heard.push(value);
      throw new Error('no');
    });
    source.next(1);
    source.next(2);
    expect(heard).toEqual([1, 2]);
    expect(one.said).toEqual(['a subscription threw: Error: no', 'a subscription threw: Error: no']);
  });

  it('guards behind operators, and reports what one of them throws', () => {
    const source = new Subject<number>();
    const one = owner();
    const sibling: number[] = [];
    const stream = new PluginStream(source, () => one);
    stream
      .pipe(
        map((value) => {
          if (value > 1) throw new Error('too much');
          return value;
        }),
      )
      .subscribe(() => {
        throw new Error('no');
      });
    source.subscribe((value) => sibling.push(value));
    source.next(1);
    source.next(2);
    expect(one.said).toEqual([
      'a subscription threw: Error: no',
      'a subscription ended with Error: too much',
    ]);
    expect(sibling).toEqual([1, 2]);
  });

  it('leaves an error to a handler, if there is one', () => {
    const one = owner();
    const onError = vi.fn();
    new PluginStream(
      throwError(() => 'gone'),
      () => one,
    ).subscribe({ error: onError });
    expect(onError).toHaveBeenCalledWith('gone');
    expect(one.said).toEqual([]);
  });

  it('ends when its plugin stops listening', () => {
    const source = new Subject<number>();
    const one = owner();
    const heard: number[] = [];
    new PluginStream(source, () => one)
      .pipe(map((value) => value * 2))
      .subscribe((value) => heard.push(value));
    source.next(1);
    one.listening.unsubscribe();
    source.next(2);
    expect(heard).toEqual([2]);
  });

  it('belongs to whom is at work when it is subscribed to', () => {
    const source = new Subject<Action>();
    const [one, two] = [owner('one'), owner('two')];
    const actions$ = new ActionStream(source, runningOwner);
    for (const each of [one, two]) {
      runFor(each, 'load', () =>
        actions$.ofType('a', 'b').subscribe(({ type }) => {
          throw new Error(`${each.name} ${type}`);
        }),
      );
    }
    source.next({ type: 'a' });
    source.next({ type: 'c' });
    expect(one.said).toEqual(['a subscription threw: Error: one a']);
    expect(two.said).toEqual(['a subscription threw: Error: two a']);
  });

  it('runs a chain of RxJS 5 operators behind ofType, and guards its end', () => {
    const source = new Subject<Action>();
    const one = owner();
    const received: unknown[] = [];
    new ActionStream(source, () => one)
      .ofType('a')
      .filter(({ payload }) => payload !== 2)
      .map(({ payload }) => payload)
      .distinctUntilChanged()
      .do((value) => received.push(`seen ${value}`))
      .take(2)
      .subscribe((value) => {
        received.push(value);
        throw new Error('no');
      });
    for (const payload of [1, 1, 2, 3, 4]) source.next({ type: 'a', payload });
    expect(received).toEqual(['seen 1', 1, 'seen 3', 3]);
    expect(one.said).toHaveLength(2);
  });
});
