// The least that can answer: what a round trip costs in this browser with any host.
addEventListener('message', ({ source, data }) => {
  (source as Window | null)?.postMessage(
    { action: 'pexip:plugin:external-chat/toggle-chat-button-state', active: data.active },
    '*',
  );
});
