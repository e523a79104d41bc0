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

/**
 * Makes Pexip's client. It collects joins, updates and leaves in buffers. A full buffer drops its oldest
 * change, because `createInfinitySignal` of `@pexip/infinity` 20 does not pass `emitImmediatelyWhenFull` on
 * to `@pexip/signal`. Web App 3 uses the same client, with room for 50 changes as far as is known. The
 * demo has room for fewer, so that a few people show what a plugin does about it.
 *
 * Without the second argument of `createInfinityClientSignals` it throws.
 */
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
