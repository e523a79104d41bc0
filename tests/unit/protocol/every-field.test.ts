import { describe, expect, it } from 'vitest';
import type { fromHost } from '../../../protocol/from-host';
import type { fromPlugin } from '../../../protocol/from-plugin';
import { LIMITS } from '../../../protocol/limits';
import { parseHostMessage } from '../../../protocol/parse-host-message';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { PREFIX } from '../../../protocol/wire';

/** A good value, and how a wrong one is taken: refused by name, or as if the field were absent. */
type Field = { good: unknown; wrong: readonly unknown[]; taken: 'refused' | 'ignored'; required?: true };

const NO_TEXT = [7, true, {}, [], null, 1n];
const NO_FLAG = ['true', 1, 0, {}, [], null];
const tooLong = (limit: number) => 'x'.repeat(limit + 1);

const flag: Field = { good: true, wrong: NO_FLAG, taken: 'refused', required: true };
const id: Field = { good: 'u1', wrong: [...NO_TEXT, '', tooLong(LIMITS.id)], taken: 'refused' };
const shown: Field = { good: 'words', wrong: NO_TEXT, taken: 'refused', required: true };
const extra: Field = { good: 'words', wrong: NO_TEXT, taken: 'ignored' };
const ignoredFlag: Field = { good: true, wrong: NO_FLAG, taken: 'ignored' };
const people: Field = {
  good: [{ uuid: 'u1', displayName: 'Alice', isHost: true, can: { mute: true } }],
  wrong: ['u1', {}, [7], [{}], [{ uuid: '' }], Array(LIMITS.participants + 1).fill({ uuid: 'u' })],
  taken: 'refused',
};
const choice = (good: string): Field => ({ good, wrong: ['HOST!', '', ...NO_TEXT], taken: 'refused' });
const must = (field: Field): Field => ({ ...field, required: true });
// A form sends its empty fields as '', and null where it has no value: both mean the node's default.
const blankable = (field: Field): Field => ({
  ...field,
  wrong: field.wrong.filter((value) => value !== '' && value !== null),
});
const dialText = (limit: number): Field =>
  blankable({ good: 'words', wrong: [...NO_TEXT, tooLong(limit)], taken: 'refused' });

const person = { participantUuid: must(id), requestId: id };

const PLUGIN: Record<keyof typeof fromPlugin, Record<string, Field>> = {
  ready: {
    version: extra,
    conferenceAlias: extra,
    features: { good: ['chat'], wrong: ['chat', [7], {}, Array(65).fill('x')], taken: 'ignored' },
  },
  'toggle-chat': { active: flag },
  'button-state': { active: flag, badge: flag },
  connected: { conferenceAlias: extra },
  disconnected: {
    userInitiated: { good: true, wrong: NO_FLAG, taken: 'ignored' },
    error: extra,
    errorCode: extra,
  },
  'dial-out-success': { uuid: { ...id, required: true }, displayName: extra, requestId: id },
  'dial-out-error': { message: shown, requestId: id },
  'dial-out-progress': { state: must(choice('ringing')), uuid: id, displayName: extra, requestId: id },
  'hang-up-error': { message: shown, requestId: id, uuid: id },
  message: {
    id: { ...id, required: true },
    at: {
      good: 1,
      wrong: ['1', Number.NaN, Number.POSITIVE_INFINITY, {}, null, 1n],
      taken: 'refused',
      required: true,
    },
    text: shown,
    displayName: extra,
    own: flag,
    requestId: id,
  },
  'message-error': { message: shown, requestId: id },
  'toggle-participants': { active: flag },
  self: {
    participantUuid: must(id),
    micMuted: ignoredFlag,
    camMuted: ignoredFlag,
    clientMuted: ignoredFlag,
    isHost: ignoredFlag,
    canControl: ignoredFlag,
  },
  roster: { participants: must(people) },
  'roster-change': {
    joined: people,
    updated: people,
    left: { ...people, good: ['u1'], wrong: ['u1', [7], ['']] },
  },
  conference: { locked: ignoredFlag, guestsMuted: ignoredFlag, started: ignoredFlag },
  'action-error': { request: shown, message: shown, participantUuid: id, requestId: id },
};

const HOST: Record<keyof typeof fromHost, Record<string, Field>> = {
  hello: { wants: { good: ['roster-change'], wrong: ['roster-change', [7], {}], taken: 'ignored' } },
  'toggle-chat-button-state': { active: flag },
  'toggle-chat-badge': {
    visible: flag,
    count: { good: 3, wrong: ['3', -1, {}, Number.NaN], taken: 'ignored' },
  },
  'dial-out': {
    role: blankable(must(choice('HOST'))),
    destination: blankable({ ...id, wrong: [...NO_TEXT, '  ', tooLong(LIMITS.destination)], required: true }),
    protocol: blankable(must(choice('sip'))),
    call_type: blankable(choice('video')),
    presentation_url: dialText(LIMITS.url),
    streaming: blankable(choice('yes')),
    dtmf_sequence: dialText(LIMITS.dtmf),
    source: dialText(LIMITS.destination),
    source_display_name: dialText(LIMITS.displayText),
    remote_display_name: dialText(LIMITS.displayText),
    text: dialText(LIMITS.displayText),
    keep_conference_alive: blankable(choice('keep_conference_alive')),
    requestId: blankable(id),
  },
  'hang-up': { requestId: id, uuid: id },
  'call-status': {
    calls: {
      good: [{ uuid: 'u' }],
      wrong: ['u', {}, [7], [{ uuid: '' }], Array(1001).fill({})],
      taken: 'refused',
      required: true,
    },
  },
  'send-message': { text: { ...shown, wrong: [...NO_TEXT, '', tooLong(LIMITS.message)] }, requestId: id },
  'participants-state': { active: flag },
  mute: { participantUuid: id, muted: flag, requestId: id },
  'mute-video': { participantUuid: id, muted: flag, requestId: id },
  admit: person,
  disconnect: person,
  spotlight: { ...person, active: flag },
  'raise-hand': { participantUuid: id, raised: flag, requestId: id },
  'set-role': { ...person, role: must(choice('host')) },
  transfer: {
    ...person,
    alias: { ...must(id), wrong: [...NO_TEXT, '', '  ', tooLong(LIMITS.alias)] },
    role: choice('guest'),
    pin: { good: '1234', wrong: [...NO_TEXT, tooLong(LIMITS.displayText)], taken: 'refused' },
  },
  dtmf: { ...person, digits: must({ ...id, good: '12#' }) },
  'mute-all-guests': { muted: flag, requestId: id },
  lock: { locked: flag, requestId: id },
  'text-overlay': { ...person, text: { ...shown, wrong: [...NO_TEXT, tooLong(LIMITS.displayText)] } },
  'disconnect-all': { requestId: id },
};

describe.each([
  { end: 'a plugin', messages: PLUGIN, parse: parsePluginMessage },
  { end: 'the top window', messages: HOST, parse: parseHostMessage },
])('every field of every message of $end', ({ messages, parse }) => {
  const cases = Object.entries(messages).flatMap(([name, fields]) => {
    const whole: Record<string, unknown> = Object.fromEntries(
      Object.entries(fields).map(([field, { good: value }]) => [field, value]),
    );
    return Object.entries(fields).map(([field, how]) => ({ name, field, whole, ...how }));
  });

  it.each(cases)('$name: $field', ({ name, field, whole, wrong, taken }) => {
    const say = (fields: object) => parse({ ...fields, action: PREFIX + name });
    expect(say(whole)).toMatchObject({ ok: true, message: { ...whole, name } });
    for (const value of wrong) {
      const parsed = say({ ...whole, [field]: value });
      if (taken === 'refused') {
        expect(parsed).toMatchObject({ ok: false, reason: 'shape', name });
        const problems = !parsed.ok && parsed.reason === 'shape' ? parsed.problems : [];
        expect(problems.map(({ field: path = '' }) => path.split('.')[0])).toEqual(problems.map(() => field));
      } else {
        expect(parsed.ok && field in parsed.message && Reflect.get(parsed.message, field)).toBeFalsy();
      }
    }
  });

  it.each(cases.filter(({ required }) => required))(
    '$name is nothing without $field',
    ({ name, field, whole }) => {
      const { [field]: _, ...rest } = whole;
      expect(parse({ ...rest, action: PREFIX + name })).toEqual({
        ok: false,
        reason: 'shape',
        name,
        problems: [{ field, fault: 'required' }],
      });
    },
  );
});
