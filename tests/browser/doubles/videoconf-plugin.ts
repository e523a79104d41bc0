/**
 * A plugin of the second namespace in the field, as far as chat and dial-out go. Written from its vocabulary
 * alone, on Pexip's package as published.
 */
import { type Button, registerPlugin } from '@pexip/plugin-api';

const PREFIX = 'rocketchat:videoconf/';

const send = (name: string, fields: Record<string, unknown> = {}) =>
  window.top?.postMessage({ action: PREFIX + name, ...fields }, '*');

const plugin = await registerPlugin({ id: 'external-chat', version: 0 });
let isConnected = false;
plugin.events.connected.add(() => {
  isConnected = true;
  send('connected');
});
const state = { active: false, unread: false };
const payload = () => ({
  position: 'toolbar' as const,
  icon: 'IconSupport',
  tooltip: state.active ? 'Close Chat' : 'Open Chat',
  isActive: state.active,
  badge: { isVisible: state.unread },
});
const button: Button<'toolbar'> = await plugin.ui.addButton(payload());

button.onClick.add(() => send('toggle-chat', { active: !state.active }));

window.addEventListener('message', ({ source, data }) => {
  if (source !== window.top || typeof data?.action !== 'string' || !data.action.startsWith(PREFIX)) return;
  switch (data.action.slice(PREFIX.length)) {
    case 'chat-state':
      state.active = data.active;
      void button.update(payload());
      break;
    case 'chat-unread':
      state.unread = data.unread;
      void button.update(payload());
      break;
    case 'dial-out': {
      const { role, destination, protocol } = data;
      plugin.conference
        .dialOut({ role, destination, protocol })
        .then(({ uuid, displayName }) => send('dial-out-success', { uuid, displayName }))
        .catch((error: Error) => send('dial-out-error', { message: error.message }));
    }
  }
});

send('ready', { features: ['chat', 'dial-out'] });
if (isConnected) send('connected');
