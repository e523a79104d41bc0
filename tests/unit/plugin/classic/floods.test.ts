// @vitest-environment happy-dom
import { BehaviorSubject, map, Subject } from 'rxjs';
import { expect, it, vi } from 'vitest';
import { createPex } from '../../../../plugin/classic/api/pex';
import { PluginList } from '../../../../plugin/classic/dialogs/plugin-list';
import type { Action } from '../../../../plugin/classic/meeting/actions';
import { ClassicPlugin, type PluginParts } from '../../../../plugin/classic/plugins/classic-plugin';
import { addMenuButton } from '../../../../plugin/classic/plugins/menu-button';
import type { Plugins } from '../../../../plugin/classic/plugins/plugins';
import { ActionStream } from '../../../../plugin/classic/streams/action-stream';
import { newListening, type Owner, runFor, runningOwner } from '../../../../plugin/classic/streams/owner';
import { until } from '../../../until';

const plugin = (id: string): Owner & { said: string[] } => {
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  return { id, name: id, said, listening: newListening(), report: say, limit: say };
};

function pexOf() {
  const actions$ = new Subject<Action>();
  const told: string[] = [];
  const stream = new ActionStream(actions$, runningOwner);
  const parts = {
    meeting: { actions$, me: undefined },
    actions$: stream,
    report: (text: string) => told.push(text),
  };
  return { pex: createPex(parts as unknown as Parameters<typeof createPex>[0]), told };
}

it('keeps plugins that answer each other’s actions from ending those that listen', () => {
  const { pex, told } = pexOf();
  const [one, other, sibling] = [plugin('one'), plugin('other'), plugin('sibling')];
  const received: unknown[] = [];
  runFor(sibling, 'load', () =>
    pex.actions$.pipe(map(({ payload }) => payload)).subscribe((value) => received.push(value)),
  );
  const answer = (owner: Owner, to: string, by: string) =>
    runFor(owner, 'load', () => pex.actions$.ofType(to).subscribe(() => pex.dispatchAction({ type: by })));
  answer(one, 'ping', 'pong');
  answer(other, 'pong', 'ping');
  pex.dispatchAction({ type: 'ping' });
  expect([...one.said, ...other.said, ...sibling.said]).toEqual([]);
  expect(new Set(told)).toEqual(
    new Set(['it answers actions with actions endlessly. The others are blocked.']),
  );
  received.length = 0;
  pex.dispatchAction({ type: 'other', payload: 'still' });
  expect(received).toEqual(['still']);
});

it('bounds the answers to an action that each have two', () => {
  const { pex } = pexOf();
  let count = 0;
  runFor(plugin('one'), 'load', () =>
    pex.actions$.subscribe(() => {
      count += 1;
      // Without a bound, this test would have no end.
      if (count > 5_000) return;
      pex.dispatchAction({ type: 'more' });
      pex.dispatchAction({ type: 'more' });
    }),
  );
  pex.dispatchAction({ type: 'first' });
  expect(count).toBeLessThanOrEqual(1_000);
});

it('tells of no part of PexRTC where a plugin looks through PEX', async () => {
  const { pex, told } = pexOf();
  JSON.stringify(pex.pexrtc);
  await (pex.pexrtc as object);
  for (const name in pex.pexrtc) Reflect.get(pex.pexrtc, name);
  expect(told).toEqual([]);
  Reflect.get(pex.pexrtc, 'onSetup');
  expect(told).toEqual(['it uses onSetup of PexRTC, which Web App 3 does not have.']);
});

const parts = (onChange: () => void) => ({ onChange, meeting: { role$: new BehaviorSubject(undefined) } });
const value = { name: 'One', id: 'one', srcURL: 'one.js', version: 1, platforms: ['web'], menuItems: {} };
const found = { entry: { id: 'one' }, package: { ok: true, value }, notes: [], path: '' };
const classicPlugin = (onChange = () => {}) =>
  new ClassicPlugin(
    found as unknown as ConstructorParameters<typeof ClassicPlugin>[0],
    true,
    undefined,
    parts(onChange) as unknown as PluginParts,
  );

it('prints no more errors of a plugin than anybody reads', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  const one = classicPlugin();
  for (let n = 0; n < 10_000; n += 1) one.report(`error ${n}`, new Error('e'));
  expect(print.mock.calls.length).toBeLessThanOrEqual(101);
  expect(print.mock.lastCall?.[0]).toContain('further errors are not printed');
  expect(one.troubles).toHaveLength(20);
});

it('leaves the list of plugins as it is where nothing has changed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const one = classicPlugin();
  const list = new PluginList({ all: [one] } as unknown as Plugins, []);
  document.body.append(list.root);
  one.report('it is wrong.');
  list.show();
  const shown = list.root.firstElementChild;
  one.report('it is wrong.');
  list.show();
  expect(list.root.firstElementChild).toBe(shown);
  one.report('it is wrong again.');
  list.show();
  expect(list.root.textContent).toContain('it is wrong again.');
});

it('shows the last look of an item, whatever becomes of the page’s timers', async () => {
  const labels: unknown[] = [];
  const button = {
    onClick: { add: () => {} },
    update: async ({ label }: { label: string }) => void labels.push(label),
  };
  vi.stubGlobal('setTimeout', () => 0);
  const item = addMenuButton(
    { addButton: async () => button } as unknown as Parameters<typeof addMenuButton>[0],
    'conference',
    { label: 'first', icon: undefined },
    () => {},
    () => {},
  );
  for (const label of ['second', 'third']) {
    for (let round = 0; round < 10; round += 1) await null;
    item.show({ label, icon: undefined });
  }
  vi.unstubAllGlobals();
  await until(() => expect(labels.at(-1)).toBe('third'));
});
