// The least that can answer: what a round trip costs in this browser, whoever is at the other end.
addEventListener('message', ({ source, data }) => {
  (source as Window | null)?.postMessage(
    { action: 'pexip:plugin:external-chat/toggle-chat-button-state', active: data.active },
    '*',
  );
});
