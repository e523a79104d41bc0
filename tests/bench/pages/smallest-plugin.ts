import { registerPlugin } from '@pexip/plugin-api';

// The least that a plugin can be: it registers, adds a button, and says that it is there.
void registerPlugin({ id: 'external-chat', version: 0 }).then(async ({ ui }) => {
  await ui.addButton({ position: 'toolbar', icon: 'IconSupport', tooltip: 'Open Chat' });
  top?.postMessage({ action: 'pexip:plugin:external-chat/ready' }, '*');
});
