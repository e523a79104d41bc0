// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { openHostWindow } from '../../../plugin/external-chat/host-window';
import { DIALECTS, PREFIX } from '../../../protocol/wire';

const TOP = 'https://chat.example.com';
const hello = { action: `${PREFIX}hello` };
const top = { postMessage: vi.fn() };
const partner = top as unknown as Window;
const beside = {} as Window;

/** What the plugin takes of one message from `source`, at `origin`. */
function take(source: Window | null, origin: string, data: unknown, allowed?: readonly string[]) {
  const listener = { onHostMessage: vi.fn(), onHostMistake: vi.fn() };
  const origins = allowed ? { any: false as const, allowed } : { any: true as const };
  openHostWindow({ partner, origins }, listener);
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
  const { onHostMessage, onHostMistake } = listener;
  return onHostMessage.mock.calls.length > 0
    ? 'taken'
    : onHostMistake.mock.calls.length > 0
      ? 'told of as a mistake'
      : 'ignored';
}

it.each([
  ['the top window, where anybody may be that', partner, TOP, hello, undefined, 'taken'],
  ['the top window, if it is on the list', partner, TOP, hello, [TOP], 'taken'],
  ['the top window, if it is not', partner, 'https://evil.example.com', hello, [TOP], 'ignored'],
  ['the top window, by an empty list', partner, TOP, hello, [], 'ignored'],
  ['a frame beside the plugin', beside, TOP, hello, undefined, 'ignored'],
  ['a frame beside the plugin, of an origin on the list', beside, TOP, hello, [TOP], 'ignored'],
  ['a frame that is gone', null, TOP, hello, undefined, 'ignored'],
  ['the top window without the prefix', partner, TOP, { action: 'hello' }, undefined, 'told of as a mistake'],
  ['the plugin API', partner, TOP, { chanId: 'c', rpc: 'ack' }, undefined, 'ignored'],
])('a message of %s', (_, source, origin, data, allowed, outcome) => {
  expect(take(source, origin, data, allowed)).toBe(outcome);
});

it('announces itself in the other namespace once, to a page that answers in both', () => {
  const post = (action: string) => {
    const event = new MessageEvent('message', { data: { action, active: true }, origin: TOP });
    Object.defineProperty(event, 'source', { value: partner });
    window.dispatchEvent(event);
  };
  const answer = () => {
    post(`${DIALECTS['external-chat']}toggle-chat-button-state`);
    post(`${DIALECTS.videoconf}chat-state`);
  };
  let announced = 0;
  const onNamespace = () => {
    announced += 1;
    if (announced < 9) answer();
  };
  openHostWindow(
    { partner, origins: { any: true } },
    { onNamespace, onHostMessage: vi.fn(), onHostMistake: vi.fn() },
  );
  answer();
  expect(announced).toBe(1);
});

it('speaks at every origin of the list, and at no other', () => {
  const origins = { any: false as const, allowed: [TOP, 'https://other.example.com'] };
  const host = openHostWindow({ partner, origins }, { onHostMessage: vi.fn(), onHostMistake: vi.fn() });
  host.send({ name: 'toggle-chat', active: true });
  const wire = { action: `${PREFIX}toggle-chat`, active: true };
  expect(top.postMessage.mock.calls).toEqual([
    [wire, TOP],
    [wire, 'https://other.example.com'],
  ]);
});
