import { connect, WindowMessenger } from 'penpal';
import { offerTrips } from './trips';

const messenger = new WindowMessenger({ remoteWindow: window.top as Window, allowedOrigins: ['*'] });
void connect<{ toggle(active: boolean): boolean }>({ messenger }).promise.then((page) => {
  offerTrips((index) => page.toggle(index % 2 === 0));
  Reflect.set(window, 'isAnswered', true);
});
