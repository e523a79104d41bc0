import { useRef } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import { Calls } from '../calls/calls';
import { DialForm } from '../dial/dial-form';
import { SavePreset } from '../presets/save-preset';
import type { PanelContext, TabName } from '../state/context';
import { lazy } from '../ui/lazy';
import { Header } from './header';
import { LiveRegion } from './live-region';
import { Switches } from './switches';
import { Tabs, View } from './tabs';

const Presets = lazy(() => import('../presets/presets').then((module) => module.Presets));
const People = lazy(() => import('../people/people').then((module) => module.People));
const Chat = lazy(() => import('../chat/chat').then((module) => module.Chat));
const Lists = lazy(() => import('../lists/lists').then((module) => module.Lists));
const History = lazy(() => import('../history/history').then((module) => module.History));
const Log = lazy(() => import('../log/log').then((module) => module.Log));
const Tests = lazy(() => import('./tests').then((module) => module.Tests));
const Confirm = lazy(() => import('../dial/confirm').then((module) => module.Confirm));

/** The whole panel, from top to bottom. */
export function App({ context }: { context: PanelContext }) {
  const { store, tab, openOptions } = context;
  const presets = context.presets.store.value;
  const question = store.guard.question.value;
  // What was opened once keeps what is in it: a list goes on while another tab is shown.
  const opened = useRef(new Set<TabName>());
  opened.current.add(tab.value);
  return (
    <div class="panel">
      <Header context={context} />
      <main>
        <Tabs context={context} />
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
        <View context={context} name="dial">
          <DialForm context={context}>
            <SavePreset context={context} />
          </DialForm>
          {presets && <Presets context={context} presets={presets} />}
          <Calls context={context} />
        </View>
        <View context={context} name="people">
          {opened.current.has('people') && <People context={context} />}
        </View>
        <View context={context} name="chat">
          {opened.current.has('chat') && <Chat context={context} />}
        </View>
        <View context={context} name="lists">
          {opened.current.has('lists') && <Lists context={context} />}
        </View>
        <View context={context} name="history">
          {opened.current.has('history') && <History context={context} />}
        </View>
        <View context={context} name="log">
          {opened.current.has('log') && <Log context={context} />}
        </View>
        <View context={context} name="tests">
          {opened.current.has('tests') && <Tests context={context} />}
        </View>
      </main>
      <Switches store={store} />
      <LiveRegion store={store} />
      {question && <Confirm key={question.text} question={question} />}
    </div>
  );
}
