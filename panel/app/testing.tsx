import { STRINGS } from '../../strings/panel';
import { TESTING_STRINGS } from '../../strings/testing';
import { Log } from '../log/log';
import { type PanelContext, TESTING_VIEWS } from '../state/context';
import { lazy } from '../ui/lazy';
import { Switches } from './switches';
import { TabList, View } from './tab-list';
import './testing.css';

const Tests = lazy(() => import('./tests').then((module) => module.Tests));

/** What a tester looks at: the protocol's own switches, its messages, and whether all is well. */
export function Testing({ context }: { context: PanelContext }) {
  const { store, testingView } = context;
  return (
    <>
      <Switches store={store} />
      <TabList
        label={STRINGS.tabs.testing}
        names={TESTING_VIEWS}
        labels={TESTING_STRINGS.tabs}
        selected={testingView}
        isInner
      />
      <View name="log" selected={testingView}>
        <Log context={context} />
      </View>
      <View name="tests" selected={testingView}>
        <Tests context={context} />
      </View>
    </>
  );
}
