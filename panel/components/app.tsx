import type { PanelStore } from '../store';
import { Calls } from './calls';
import { DialForm } from './dial-form';
import { Header } from './header';
import { LiveRegion } from './live-region';
import { Switches } from './switches';

/** The whole panel, from top to bottom. */
export function App({ store }: { store: PanelStore }) {
  return (
    <div class="panel">
      <Header store={store} />
      <main>
        <DialForm store={store} />
        <Calls store={store} />
      </main>
      <Switches store={store} />
      <LiveRegion store={store} />
    </div>
  );
}
