// The snippets of the seed document, filled in where they have comments. One thing is changed: they look for
// the meeting's frame, and this plugin speaks from the frame inside it.
addEventListener('message', (event) => {
  const plugin = document.querySelector<HTMLIFrameElement>('iframe#webapp3')?.contentWindow?.[0];
  if (event.source !== plugin) return;
  const { action, ...data } = event.data ?? {};
  switch (action) {
    case 'pexip:plugin:external-chat/ready':
      setButton(plugin, false);
      break;
    case 'pexip:plugin:external-chat/toggle-chat':
      setButton(plugin, data.active);
      break;
  }
});

const setButton = (plugin: Window | undefined, active: boolean) =>
  plugin?.postMessage({ action: 'pexip:plugin:external-chat/toggle-chat-button-state', active }, '*');
