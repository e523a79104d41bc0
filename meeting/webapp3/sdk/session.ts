import {
  ClientCallType,
  createCallSignals,
  createInfinityClient,
  createInfinityClientSignals,
  type InfinityClient,
  type InfinitySignals,
} from '@pexip/infinity';

/** Pexip's client, and the signals through which it speaks. */
export interface Session {
  client: InfinityClient;
  signals: InfinitySignals;
}

/** Makes Pexip's client. Without the second argument of `createInfinityClientSignals` it throws. */
export function createSession(): Session {
  const signals = createInfinityClientSignals([], {
    scope: '',
    batchScheduleTimeoutMS: 50,
    batchBufferSize: 10,
  });
  const callSignals = createCallSignals([]);
  // The SDK warns about a signal that nobody hears. These say nothing that a control-only page could show.
  const unheard = [
    signals.onFailedRequest,
    signals.onLayoutOverlayTextEnabled,
    signals.onMyselfMuted,
    signals.onRetryQueueFlushed,
    signals.onServiceType,
    signals.onSplashScreen,
    signals.onTokenRefreshed,
    callSignals.onPresentationConnectionChange,
  ];
  for (const signal of unheard) signal.add(() => undefined);
  const client = createInfinityClient(signals, callSignals);
  return { client, signals };
}

/** Joins control-only: no camera, no microphone and no media server are needed. */
export function join(
  client: InfinityClient,
  alias: string,
  displayName: string,
  pin?: string,
): Promise<unknown> {
  return client.call({
    conferenceAlias: alias,
    displayName,
    bandwidth: 0,
    callType: ClientCallType.None,
    ...(pin ? { pin } : {}),
  });
}
