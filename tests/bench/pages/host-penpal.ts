import { connect, WindowMessenger } from 'penpal';

// The meeting's frame has loaded by then, and the plugin's in it.
addEventListener('load', () => {
  const plugin = frames[0]?.frames[0] as Window;
  const messenger = new WindowMessenger({ remoteWindow: plugin, allowedOrigins: ['*'] });
  connect({ messenger, methods: { toggle: (active: boolean) => active } });
});
