/**
 * A plugin that knows the seed document and nothing else: no `hello`, no request ids, no features.
 * Written from that text alone and on Pexip's package as published, so that it shares no mistake with ours.
 */
import { type Button, registerPlugin } from '@pexip/plugin-api';

const PREFIX = 'pexip:plugin:external-chat/';

const plugin = await registerPlugin({ id: 'external-chat', version: 0 });

let active = false;
let badge = false;
const payload = () => ({
  position: 'toolbar' as const,
  icon: 'IconSupport',
  tooltip: active ? 'Close Chat' : 'Open Chat',
  isActive: active,
  badge: { isVisible: badge },
});
const button: Button<'toolbar'> = await plugin.ui.addButton(payload());

const send = (name: string, fields: Record<string, unknown> = {}) =>
  window.top?.postMessage({ action: PREFIX + name, ...fields }, '*');

button.onClick.add(() => send('toggle-chat', { active: !active }));

window.addEventListener('message', (event) => {
  if (event.source !== window.top) return;
  const { action, ...data } = event.data ?? {};
  switch (action) {
    case `${PREFIX}toggle-chat-button-state`:
      active = data.active;
      void button.update(payload());
      break;
    case `${PREFIX}toggle-chat-badge`:
      badge = data.visible;
      void button.update(payload());
      break;
    case `${PREFIX}dial-out`:
      // Only the fields of the seed's table: Pexip refuses a body that has others.
      plugin.conference
        .dialOut({ role: data.role, destination: data.destination, protocol: data.protocol })
        .then(({ uuid, displayName }) => send('dial-out-success', { uuid, displayName }))
        .catch((error: Error) => send('dial-out-error', { message: error.message }));
      break;
  }
});

send('ready');
