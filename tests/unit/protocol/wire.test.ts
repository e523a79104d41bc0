import { describe, expect, it } from 'vitest';
import { requestIdOf } from '../../../protocol/from-host';
import { parseHostMessage } from '../../../protocol/parse-host-message';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { PREFIX, toWire } from '../../../protocol/wire';

const action = (name: string) => PREFIX + name;

describe('messages of the seed document, as a plugin sends them', () => {
  it.each([
    [{ action: action('ready') }, { name: 'ready' }],
    [
      { action: action('toggle-chat'), active: true },
      { name: 'toggle-chat', active: true },
    ],
    [
      { action: action('dial-out-success'), uuid: 'u1', displayName: 'Alice' },
      { name: 'dial-out-success', uuid: 'u1', displayName: 'Alice' },
    ],
    [
      { action: action('dial-out-success'), uuid: 'u1' },
      { name: 'dial-out-success', uuid: 'u1' },
    ],
    [
      { action: action('dial-out-error'), message: 'no route' },
      { name: 'dial-out-error', message: 'no route' },
    ],
  ])('%j', (wire, message) => {
    const parsed = parsePluginMessage(wire);
    expect(parsed.ok && parsed.message).toEqual(message);
  });
});

describe('messages of the seed document, as a host sends them', () => {
  it.each([
    [{ action: action('toggle-chat-button-state'), active: false }],
    [{ action: action('toggle-chat-badge'), visible: true }],
    [
      {
        action: action('dial-out'),
        role: 'GUEST',
        destination: 'alice@example.com',
        protocol: 'sip',
        call_type: 'video',
        remote_display_name: 'Alice',
      },
    ],
  ])('%j', (wire) => {
    const parsed = parseHostMessage(wire);
    expect(parsed.ok && toWire(parsed.message)).toEqual(wire);
  });
});

describe('what is not a message', () => {
  it.each([
    ['null', null, { reason: 'foreign' }],
    ['text', 'hello', { reason: 'foreign' }],
    ['no action', { active: true }, { reason: 'foreign' }],
    ['an action that isn’t text', { action: 7 }, { reason: 'foreign' }],
    ['another prefix', { action: 'other/toggle-chat', active: true }, { reason: 'foreign' }],
    ['an unknown name', { action: action('explode') }, { reason: 'name', name: 'explode' }],
    ['a name from the prototype', { action: action('constructor') }, { reason: 'name', name: 'constructor' }],
    [
      'a missing field',
      { action: action('toggle-chat') },
      {
        reason: 'shape',
        name: 'toggle-chat',
        problems: [{ field: 'active', fault: 'required' }],
      },
    ],
    [
      'a field of another type',
      { action: action('dial-out-error'), message: 5 },
      {
        reason: 'shape',
        name: 'dial-out-error',
        problems: [{ field: 'message', fault: 'text' }],
      },
    ],
  ])('%s', (_what, data, rejection) => {
    expect(parsePluginMessage(data)).toEqual({ ok: false, ...rejection });
  });
});

describe('what this project added', () => {
  it('is ignored where a stranger uses the same name for something else', () => {
    const parsed = parsePluginMessage({
      action: action('ready'),
      version: 3,
      features: 'all',
      conferenceAlias: {},
    });
    expect(parsed).toMatchObject({ ok: true, message: { name: 'ready' } });
    expect(parsed.ok && 'features' in parsed.message && parsed.message.features).toBeFalsy();
  });

  it('keeps text that is shown within its limit instead of refusing the message', () => {
    const parsed = parsePluginMessage({ action: action('dial-out-error'), message: 'x'.repeat(5000) });
    expect(parsed.ok && 'message' in parsed.message && parsed.message.message.length).toBe(1024);
  });

  it('finds the request id of a dial-out that is otherwise wrong', () => {
    expect(requestIdOf({ action: action('dial-out'), requestId: 'r1' })).toBe('r1');
    expect(requestIdOf({ action: action('dial-out'), requestId: 1 })).toBeUndefined();
  });
});
