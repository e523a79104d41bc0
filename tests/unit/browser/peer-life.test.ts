import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBuffer, takeBuffer } from '../../../browser/message-buffer';

const extension = { runtime: { id: 'external-chat' as string | undefined } };

beforeEach(() => {
  vi.resetModules();
  extension.runtime.id = 'external-chat';
  vi.stubGlobal('browser', extension);
});
afterEach(() => vi.unstubAllGlobals());

const onlyOnePeer = async () => (await import('../../../browser/peer-life')).onlyOnePeer();

describe('the life of a peer', () => {
  it('ends when another one begins in the same page', async () => {
    const first = await onlyOnePeer();
    expect(first.signal.aborted).toBe(false);
    const second = await onlyOnePeer();
    expect(first.signal.aborted).toBe(true);
    expect(second.signal.aborted).toBe(false);
  });

  it('ends by itself once its extension is gone', async () => {
    const { signal, endIfInvalidated } = await onlyOnePeer();
    expect(endIfInvalidated()).toBe(false);
    extension.runtime.id = undefined;
    expect(endIfInvalidated()).toBe(true);
    expect(signal.aborted).toBe(true);
  });
});

describe('the message buffer', () => {
  it('is taken once, and ends the listening', () => {
    const { events, signal } = startBuffer();
    const event = new MessageEvent('message', { data: 1 });
    events.push(event);
    expect(takeBuffer()).toEqual([event]);
    expect(signal.aborted).toBe(true);
    expect(takeBuffer()).toEqual([]);
  });
});
