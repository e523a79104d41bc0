import { STRINGS } from '../../strings/panel';
import { Calls } from '../calls/calls';
import { DialForm } from '../dial/dial-form';
import { SavePreset } from '../presets/save-preset';
import { DIAL_VIEWS, type PanelContext } from '../state/context';
import { lazy } from '../ui/lazy';
import { TabList, View } from './tab-list';

export const LazyPresets = lazy(() => import('../presets/presets').then((module) => module.Presets));
export const LazyLists = lazy(() => import('../lists/lists').then((module) => module.Lists));
const Earlier = lazy(() => import('../history/earlier').then((module) => module.Earlier));

/** Calls out of the meeting: one or many are placed, and what has become of them. */
export function DialOut({ context }: { context: PanelContext }) {
  const { dialView } = context;
  const presets = context.presets.store.value;
  return (
    <>
      <TabList label={STRINGS.dialOut} names={DIAL_VIEWS} labels={STRINGS.tabs} selected={dialView} isInner />
      <View name="one" selected={dialView}>
        <DialForm context={context}>
          <SavePreset context={context} />
        </DialForm>
        {presets && <LazyPresets context={context} presets={presets} />}
      </View>
      <View name="many" selected={dialView}>
        <LazyLists context={context} />
      </View>
      {/* Not before it is known what stands above. */}
      {context.isSettled.value && (
        <>
          <Calls context={context} />
          <Earlier context={context} />
        </>
      )}
    </>
  );
}
