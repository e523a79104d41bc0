import type { PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';
import { DialOut } from './dial-out';
import { Header } from './header';
import { LiveRegion } from './live-region';
import { View } from './tab-list';
import { Tabs } from './tabs';

const People = lazy(() => import('../people/people').then((module) => module.People));
const Chat = lazy(() => import('../chat/chat').then((module) => module.Chat));
const Testing = lazy(() => import('./testing').then((module) => module.Testing));
const Confirm = lazy(() => import('../dial/confirm').then((module) => module.Confirm));

/** The whole panel, from top to bottom. */
export function App({ context }: { context: PanelContext }) {
  const { store, tab, isOnPage } = context;
  const question = store.guard.question.value;
  return (
    <div class="panel">
      <Header context={context} />
      <main>
        {!isOnPage && <Tabs context={context} />}
        <View name="dial-out" selected={tab}>
          <DialOut context={context} />
        </View>
        <View name="people" selected={tab}>
          <People context={context} />
        </View>
        <View name="chat" selected={tab}>
          <Chat context={context} />
        </View>
        <View name="testing" selected={tab}>
          <Testing context={context} />
        </View>
      </main>
      <LiveRegion store={store} />
      {question && <Confirm key={question.text} question={question} />}
    </div>
  );
}
