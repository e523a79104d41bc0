import { signal as newSignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { Simulator } from '../../protocol/simulator';
import { LOG_STRINGS } from '../../strings/log';
import type { PanelContext } from '../state/context';
import { remember } from '../state/remember';
import { lazy } from '../ui/lazy';
import { Details } from './details';
import { readFilter } from './filter';
import { LogList } from './list';
import { createLogStore } from './log-store';
import './log.css';
import { SimulatorPart } from './simulator';
import { Tools } from './tools';

const Send = lazy(() => import('./send/send').then((module) => module.Send));
const Files = lazy(() => import('./files').then((module) => module.Files));

/** Every message of the protocol, why it was accepted or dropped, and what can be done with it. */
export function Log({ context }: { context: PanelContext }) {
  const { store, connection, signal, startSimulator } = context;
  const log = useMemo(() => {
    const created = createLogStore(store, connection, signal);
    void remember(context, 'log-filter', created.filter, readFilter);
    return created;
  }, [store, connection, signal]);
  const running = useMemo(() => newSignal<Simulator>(), []);
  const [openId, setOpenId] = useState<string>();
  const shown = log.shown.value;
  const all = log.entries.value;
  const open = shown.find(({ id }) => id === openId);
  return (
    <section class="log-view">
      <h2 class="unseen">{LOG_STRINGS.log}</h2>
      <Tools store={store} log={log} />
      {all.length === 0 ? (
        <p class="empty log-empty">{LOG_STRINGS.empty}</p>
      ) : shown.length === 0 ? (
        <p class="empty log-empty">{LOG_STRINGS.noneFound}</p>
      ) : (
        <LogList entries={shown} openId={openId} onOpen={setOpenId} />
      )}
      {open && <Details entry={open} log={log} onClose={() => setOpenId(undefined)} />}
      <Send context={context} host={running.value} />
      {startSimulator && (
        <SimulatorPart context={context} log={log} start={startSimulator} running={running} />
      )}
      <Files context={context} log={log} />
    </section>
  );
}
