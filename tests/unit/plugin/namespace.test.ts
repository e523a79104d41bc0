// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { openHostWindow } from '../../../plugin/external-chat/host-window';
import { readHostMessage, readNamespace } from '../../../plugin/external-chat/namespace';
import { ALL_DIALECTS, DIALECTS, type Dialect } from '../../../protocol/wire';

const second = (name: string, payload: object = {}) => ({
  ...payload,
  action: `rocketchat:videoconf/${name}`,
});

describe('a message of the second namespace', () => {
  it.each([
    [second('chat-state', { active: true }), { name: 'toggle-chat-button-state', active: true }],
    [second('chat-unread', { unread: true }), { name: 'toggle-chat-badge', visible: true }],
    [second('participants-state', { active: false }), { name: 'participants-state', active: false }],
    [second('admit', { participantUuid: 'u' }), { name: 'admit', participantUuid: 'u' }],
  ])('%j is read', (wire, message) => {
    const read = readHostMessage(wire, ALL_DIALECTS);
    expect(read.ok && read.message).toEqual(message);
  });

  it('is not read where the other one was chosen', () => {
    expect(readHostMessage(second('chat-state', { active: true }), ['external-chat'])).toMatchObject({
      reason: 'foreign',
    });
  });
});

it('reads the namespace of the plugin’s address', () => {
  expect(readNamespace('')).toBeUndefined();
  for (const value of ['videoconf', 'rocketchat:videoconf', 'rocketchat:videoconf/'])
    expect(readNamespace(`?namespace=${value}`)).toBe('videoconf');
  expect(readNamespace('?namespace=pexip:plugin:external-chat')).toBe('external-chat');
  expect(() => readNamespace('?namespace=rocket')).toThrow('rocketchat:videoconf');
});

/** What the plugin posts before and after a message of the second namespace. */
function talk(namespace?: Dialect) {
  const partner = { postMessage: vi.fn() };
  const onNamespace = vi.fn();
  const host = openHostWindow(
    { partner: partner as unknown as Window, origins: { any: true } },
    { onHostMessage: vi.fn(), onHostMistake: vi.fn(), onNamespace },
    namespace,
  );
  host.send({ name: 'ready' });
  const event = new MessageEvent('message', { data: second('chat-state', { active: true }) });
  Object.defineProperty(event, 'source', { value: partner });
  window.dispatchEvent(event);
  host.send({ name: 'toggle-chat', active: true });
  const names = partner.postMessage.mock.calls.map(([{ action }]) => action.split('/')[0]);
  return { names, told: onNamespace.mock.calls.length };
}

it('begins in its own namespace, and follows the top window into the other', () => {
  expect(talk()).toEqual({ names: ['pexip:plugin:external-chat', 'rocketchat:videoconf'], told: 1 });
  expect(talk('videoconf')).toEqual({ names: Array(2).fill('rocketchat:videoconf'), told: 0 });
  expect(talk('external-chat')).toEqual({ names: Array(2).fill('pexip:plugin:external-chat'), told: 0 });
  expect(Object.keys(DIALECTS)).toHaveLength(2);
});
