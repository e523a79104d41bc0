import { windowEndpoint, wrap } from 'comlink';
import { offerTrips } from './trips';

const page = wrap<{ toggle(active: boolean): boolean }>(windowEndpoint(window.top as Window));
offerTrips((index) => page.toggle(index % 2 === 0));
// Comlink has no handshake: a call before the page exposes anything is lost.
addEventListener('message', ({ data }) => {
  if (data === 'exposed') Reflect.set(window, 'isAnswered', true);
});
