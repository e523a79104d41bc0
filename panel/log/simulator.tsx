import type { Signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { HostMessage } from '../../protocol/messages';
import { parseHostMessage } from '../../protocol/parse-host-message';
import {
  SIMULATOR_SOURCES,
  type Simulator,
  type SimulatorSource,
  type StartSimulator,
} from '../../protocol/simulator';
import { parsePeerTrace, type Traced } from '../../protocol/trace';
import { PREFIX } from '../../protocol/wire';
import { SIMULATOR_STRINGS } from '../../strings/log';
import type { PanelContext } from '../state/context';
import { keptChoice } from '../state/remember';
import { useRemembered } from '../state/use-remembered';
import type { LogStore } from './log-store';
import { Select } from './send/message-form';
import { SimulatedRoster } from './simulated-roster';

type SimulatorProps = {
  context: PanelContext;
  log: LogStore;
  start: StartSimulator;
  /** The one that is there. */
  running: Signal<Simulator | undefined>;
};

/** Lets the panel be the plugin of a host page that has no meeting yet. */
export function SimulatorPart({ context, log, start, running }: SimulatorProps) {
  const { store, signal } = context;
  const place = useRemembered<SimulatorSource>(
    context,
    'simulator-place',
    'own',
    keptChoice(SIMULATOR_SOURCES),
  );
  const [problem, setProblem] = useState('');
  const simulator = running.value;
  const { listeners, onMessage } = useMemo(createListeners, []);

  async function begin(): Promise<void> {
    setProblem('');
    // In the meeting's frame it is a plugin to this extension as well, whose answers would hide the page's.
    const isInTheWay = place.value === 'meeting' && store.mode.peek() === 'drive';
    if (isInTheWay) store.setMode('watch');
    const giveBack = () => {
      if (isInTheWay) store.setMode('drive');
      running.value = undefined;
    };
    const started = await start(place.value, {
      trace(told) {
        const trace = parsePeerTrace(told);
        if (!trace) return;
        log.add(trace.page, trace.entries, trace.from);
        for (const message of trace.entries.flatMap(messageOf)) for (const each of listeners) each(message);
      },
      end: giveBack,
    });
    if (typeof started === 'string') {
      giveBack();
      setProblem(SIMULATOR_STRINGS.problems[started]);
      return;
    }
    const ending: Simulator = {
      send: started.send,
      end() {
        started.end();
        giveBack();
      },
    };
    signal.addEventListener('abort', ending.end, { once: true });
    running.value = ending;
    // What a plugin says first, once it is loaded.
    ending.send({ action: `${PREFIX}ready`, version: 'simulator' });
  }

  return (
    <details class="log-part">
      <summary>{SIMULATOR_STRINGS.title}</summary>
      <div class="log-send">
        <p class="help">{simulator ? SIMULATOR_STRINGS.isThere : SIMULATOR_STRINGS.explanation}</p>
        {!simulator && (
          <Select
            label={SIMULATOR_STRINGS.place}
            id="simulator-place"
            value={place.value}
            onChange={(next) => {
              place.value = next;
            }}
            options={
              Object.fromEntries(
                SIMULATOR_SOURCES.map((each) => [each, SIMULATOR_STRINGS.places[each]]),
              ) as Record<SimulatorSource, string>
            }
          />
        )}
        {simulator && <SimulatedRoster context={context} send={simulator.send} onMessage={onMessage} />}
        <div class="actions">
          {simulator ? (
            <button type="button" onClick={simulator.end}>
              {SIMULATOR_STRINGS.stop}
            </button>
          ) : (
            <button type="button" onClick={() => void begin()}>
              {SIMULATOR_STRINGS.start}
            </button>
          )}
          {problem && (
            <p class="error" role="alert">
              {problem}
            </p>
          )}
        </div>
      </div>
    </details>
  );
}

type Listener = (message: HostMessage) => void;

function createListeners() {
  const listeners = new Set<Listener>();
  const onMessage = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { listeners, onMessage };
}

/** What the page sent to the simulated plugin, if it is a message of the protocol. */
function messageOf({ verdict, data }: Traced): HostMessage[] {
  if (verdict !== 'accepted') return [];
  let wire: unknown;
  try {
    wire = JSON.parse(data);
  } catch {
    return [];
  }
  const parsed = parseHostMessage(wire);
  return parsed.ok ? [parsed.message] : [];
}
