import { describe, expect, it } from 'vitest';
import { wrongWith } from '../../../../panel/log/send/check';
import { createFaultInjector, type InjectedFault } from '../../../../panel/log/send/faults';
import { HOST_FORMS, type MessageFields, PLUGIN_FORMS, wireOf } from '../../../../panel/log/send/fields';
import { dialedBy } from '../../../../panel/request/guard/dialed-by';
import { fromHost } from '../../../../protocol/from-host';
import { fromPlugin } from '../../../../protocol/from-plugin';
import { PREFIX } from '../../../../protocol/wire';

/** Something valid for every kind of field; ids and lists by their names. */
const filled = (form: MessageFields) =>
  Object.fromEntries(
    Object.entries(form).map(([field, kind]) => {
      if (typeof kind === 'object') return [field, kind[0] ?? ''];
      const json = { features: '["chat"]', calls: '[{"requestId":"r"}]' }[field] ?? '[]';
      return [field, { text: 'x', flag: 'true', number: '3', json }[kind as 'text']];
    }),
  );

describe.each([
  { side: 'plugin', forms: HOST_FORMS, shapes: fromHost },
  { side: 'host', forms: PLUGIN_FORMS, shapes: fromPlugin },
] as const)('the forms for the $side', ({ side, forms, shapes }) => {
  it('are one for each message of the contract', () => {
    expect(Object.keys(forms).toSorted()).toEqual(Object.keys(shapes).toSorted());
  });

  it.each(Object.entries<MessageFields>(forms))(
    'make a valid %s, of which every field is read',
    (name, form) => {
      const wire = wireOf(name, form, filled(form));
      expect(wrongWith(wire, side)).toBeUndefined();
      const read = (shapes as Record<string, (data: unknown) => object>)[name]?.(wire);
      const { action: _action, ...payload } = wire;
      expect(read).toEqual(payload);
    },
  );
});

describe('what a form makes', () => {
  it('leaves out blank fields, and sends invalid JSON as text, which the check then reports', () => {
    expect(
      wireOf('toggle-chat-badge', HOST_FORMS['toggle-chat-badge'], { visible: '', count: 'many' }),
    ).toEqual({
      action: `${PREFIX}toggle-chat-badge`,
      count: 'many',
    });
  });
});

describe('the check', () => {
  it.each([
    ['another prefix', { action: 'pexip:plugin:other/ready' }, { reason: 'foreign' }],
    ['an unknown name', { action: `${PREFIX}open-vault` }, { reason: 'name' }],
    ['what a plugin says', { action: `${PREFIX}ready` }, { reason: 'name' }],
    ['nothing', null, { reason: 'foreign' }],
    [
      'a wrong payload',
      { action: `${PREFIX}toggle-chat-badge`, visible: 1 },
      { reason: 'shape', detail: 'visible must be true or false' },
    ],
  ])('says what is wrong with %s', (_name, wire, wrong) => {
    expect(wrongWith(wire, 'plugin')).toMatchObject(wrong);
  });

  it('finds what would be dialed, also in a message that is wrong', () => {
    expect(dialedBy({ action: `${PREFIX}dial-out`, destination: 'alice', role: 'KING' })).toEqual({
      destination: 'alice',
    });
    expect(dialedBy({ action: 'rocketchat:videoconf/dial-out', destination: 'bob' })).toEqual({
      destination: 'bob',
    });
    // A plugin of somebody else may make a text of it.
    expect(dialedBy({ action: `${PREFIX}dial-out`, destination: ['bob'] })).toEqual({
      destination: '["bob"]',
    });
    expect(dialedBy({ action: `${PREFIX}dial-out`, destination: { toString: 1 } })?.destination).toBeTruthy();
    expect(dialedBy({ action: `${PREFIX}hello`, destination: 'alice' })).toBeUndefined();
    expect(dialedBy({ action: `${PREFIX}dial-out` })).toBeUndefined();
    expect(dialedBy('dial-out')).toBeUndefined();
  });
});

describe('a fault', () => {
  const first = { action: `${PREFIX}toggle-chat`, active: true };
  const second = { action: `${PREFIX}hello` };

  it.each<{ fault: InjectedFault; sent: unknown[]; later?: unknown[] }>([
    { fault: 'none', sent: [first, second] },
    { fault: 'drop', sent: [second] },
    { fault: 'duplicate', sent: [first, first, second] },
    { fault: 'reorder', sent: [second, first] },
    { fault: 'delay', sent: [second], later: [first] },
    { fault: 'prefix', sent: [{ action: 'pexip:plugin:other/toggle-chat', active: true }, second] },
    { fault: 'malformed', sent: [{ ...first, active: { wrong: true } }, second] },
  ])('$fault', ({ fault, sent, later = [] }) => {
    const said: unknown[] = [];
    const waiting: (() => void)[] = [];
    const deliver = createFaultInjector(
      (wire) => said.push(wire),
      (job) => waiting.push(job),
    );
    deliver(first, fault);
    deliver(second, 'none');
    expect(said).toEqual(sent);
    for (const job of waiting) job();
    expect(said.slice(sent.length)).toEqual(later);
  });

  it('of the payload spoils also a message that has none', () => {
    const said: unknown[] = [];
    createFaultInjector(
      (wire) => said.push(wire),
      () => {},
    )(second, 'malformed');
    expect(said.map((wire) => wrongWith(wire, 'plugin')?.reason)).toEqual(['foreign']);
  });
});
