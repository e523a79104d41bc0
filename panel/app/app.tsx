import { useRef } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import { Calls } from '../calls/calls';
import { DialForm } from '../dial/dial-form';
import type { PanelParts, TabName } from '../state/context';
import { lazy } from '../ui/lazy';
import { LiveRegion } from '../ui/live-region';
import { Header } from './header';
import { Switches } from './switches';
import { Tabs, View } from './tabs';

const Presets = lazy(() => import('../presets/presets').then((module) => module.Presets));
const Chat = lazy(() => import('../chat/chat').then((module) => module.Chat));
const Lists = lazy(() => import('../lists/lists').then((module) => module.Lists));
const History = lazy(() => import('../history/history').then((module) => module.History));
const Log = lazy(() => import('../log/log').then((module) => module.Log));
const Tests = lazy(() => import('../scenarios/tests').then((module) => module.Tests));
const Confirm = lazy(() => import('../dial/guard/confirm').then((module) => module.Confirm));

/** The whole panel, from top to bottom. */
export function App({ parts }: { parts: PanelParts }) {
  const { store, tab, openOptions } = parts;
  const presets = parts.presets.store.value;
  const question = store.guard.question.value;
  // What was opened once keeps what is in it: a list goes on while another tab is shown.
  const opened = useRef(new Set<TabName>());
  opened.current.add(tab.value);
  return (
    <div class="panel">
      <Header parts={parts} />
      <main>
        <Tabs parts={parts} />
        {store.settings.quarantined.value.length > 0 && (
          <p class="quarantined" role="alert">
            {STRINGS.quarantined}{' '}
            {openOptions && (
              <button type="button" class="plain" onClick={openOptions}>
                {STRINGS.openOptions}
              </button>
            )}
          </p>
        )}
        <View parts={parts} name="dial">
          <DialForm parts={parts} />
          {presets && <Presets parts={parts} presets={presets} />}
          <Calls store={store} />
        </View>
        <View parts={parts} name="chat">
          {opened.current.has('chat') && <Chat parts={parts} />}
        </View>
        <View parts={parts} name="lists">
          {opened.current.has('lists') && <Lists parts={parts} />}
        </View>
        <View parts={parts} name="history">
          {opened.current.has('history') && <History parts={parts} />}
        </View>
        <View parts={parts} name="log">
          {opened.current.has('log') && <Log parts={parts} />}
        </View>
        <View parts={parts} name="tests">
          {opened.current.has('tests') && <Tests parts={parts} />}
        </View>
      </main>
      <Switches store={store} />
      <LiveRegion store={store} />
      {question && <Confirm key={question.text} question={question} />}
    </div>
  );
}
