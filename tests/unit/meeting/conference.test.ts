import { validateConferenceStatus200 } from '@pexip/infinity-api/dist/conference/validation.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startNode } from './node-client';

let box: Awaited<ReturnType<typeof startNode>>;
let ada: Awaited<ReturnType<typeof box.join>>;
beforeEach(async () => {
  box = await startNode({ pins: { guarded: { host: '1234' } } });
  ada = await box.join('Ada');
});
afterEach(() => box.close());

describe('the event stream', () => {
  it('begins with the whole roster, oneself included, between the two sync events', async () => {
    await ada.events.until('conference_update');
    const bea = await box.join('Bea');
    await bea.events.until('conference_update');
    expect(bea.events.names).toEqual([
      'participant_sync_begin',
      'participant_create',
      'participant_create',
      'participant_sync_end',
      'conference_update',
    ]);
    await ada.events.until('participant_create', ({ uuid }) => uuid === bea.uuid);
  });

  it('ends for everybody with the reason when the conference is ended', async () => {
    box.node.conference('qa').end();
    const { data } = await ada.events.until('disconnect');
    expect(data).toEqual({ reason: 'Conference terminated by an administrator' });
  });

  it('tells who is disconnected why, and the others that he has gone', async () => {
    const bea = await box.join('Bea');
    await ada.call(`participants/${bea.uuid}/disconnect`);
    expect((await bea.events.until('disconnect')).data).toEqual({
      reason: 'Disconnected by another participant',
    });
    await ada.events.until('participant_delete', ({ uuid }) => uuid === bea.uuid);
  });
});

describe('what is written over the picture', () => {
  it.each(['message_text', 'clock'])('is kept, and read again: %s', async (part) => {
    const body = { text: 'Recording', enabled: true };
    expect((await ada.call(`set_${part}`, { body })).body).toEqual({ status: 'success', result: true });
    const { body: read } = await ada.call(`get_${part}`, { method: 'GET' });
    expect(read.result).toEqual(body);
  });
});

it('answers that there are no breakout rooms', async () => {
  const { status, body } = await ada.call('breakouts', { body: { name: 'Room' } });
  expect({ status, result: body.result }).toEqual({ status: 403, result: 'Breakout rooms are not enabled' });
});

describe('a message', () => {
  const hello = { body: { type: 'text/plain', payload: 'Hello' } };

  it('reaches all others but not its sender', async () => {
    const bea = await box.join('Bea');
    const cleo = await box.join('Cleo');
    await ada.call('message', hello);
    for (const { events } of [bea, cleo]) {
      const { data } = await events.until('message_received');
      expect(data).toEqual({
        origin: 'Ada',
        uuid: ada.uuid,
        type: 'text/plain',
        payload: 'Hello',
        direct: false,
      });
    }
    await bea.call('message', { body: { type: 'text/plain', payload: 'Hi' } });
    await ada.events.until('message_received', ({ payload }) => payload === 'Hi');
    expect(ada.events.names.filter((name) => name === 'message_received')).toHaveLength(1);
  });

  it('to one participant reaches that one alone', async () => {
    const bea = await box.join('Bea');
    const cleo = await box.join('Cleo');
    await ada.call(`participants/${bea.uuid}/message`, hello);
    expect((await bea.events.until('message_received')).data).toMatchObject({ direct: true });
    await ada.call('message', { body: { type: 'text/plain', payload: 'to all' } });
    await cleo.events.until('message_received');
    expect(cleo.events.seen.filter(({ event }) => event === 'message_received')).toHaveLength(1);
  });

  it('of a remote participant comes from somebody in the roster', async () => {
    box.node.conference('qa').say('Bob', 'Hi there');
    box.node.conference('qa').say('Bob', 'Again');
    const { data } = await ada.events.until('message_received', ({ payload }) => payload === 'Again');
    const bobs = box.node.conference('qa').participants.filter(({ display_name }) => display_name === 'Bob');
    expect(bobs).toHaveLength(1);
    expect(data).toMatchObject({ origin: 'Bob', uuid: bobs[0]?.uuid });
  });

  it('without a payload is refused by the name of the field', async () => {
    const { status, body } = await ada.call('message', { body: { type: 'text/plain' } });
    expect({ status, body }).toEqual({
      status: 400,
      body: { status: 'failed', result: "Invalid request: field 'payload' is missing" },
    });
  });
});

describe('a control', () => {
  it.each([
    ['mute', undefined, { is_muted: 'YES' }],
    ['unmute', undefined, { is_muted: 'NO' }],
    ['video_muted', undefined, { is_video_muted: true }],
    ['buzz', undefined, { buzz_time: expect.any(Number) }],
    ['spotlighton', undefined, { spotlight: expect.any(Number) }],
    ['overlaytext', { text: 'Diagnostics' }, { overlay_text: 'Diagnostics' }],
    ['role', { role: 'chair' }, { role: 'chair' }],
  ])('%s shows in the roster', async (action, body, shown) => {
    const { uuid } = box.node.conference('qa').join({ display_name: 'Bob' });
    await ada.call(`participants/${uuid}/${action}`, { body });
    const { data } = await ada.events.until('participant_update', (each) => each.uuid === uuid);
    expect(data).toMatchObject(shown);
  });

  it('transfer takes a dialed participant to another conference', async () => {
    const { uuid } = box.node.conference('qa').join({ display_name: 'Bob' });
    await ada.call(`participants/${uuid}/transfer`, { body: { role: 'host', conference_alias: 'other' } });
    await ada.events.until('participant_delete', (each) => each.uuid === uuid);
    expect(box.node.conference('other').participants).toMatchObject([
      { uuid, role: 'chair', display_name: 'Bob' },
    ]);
  });

  it.each([
    ['lock', { locked: true }],
    ['muteguests', { guests_muted: true }],
  ])('%s is told to everybody and is gone with the meeting', async (path, status) => {
    await ada.call(path);
    await ada.events.until('conference_update', (data) =>
      Object.entries(status).every(([k, v]) => data[k] === v),
    );
    const { body } = await ada.call('conference_status', { method: 'GET' });
    expect(body.result).toMatchObject(status);
    expect(validateConferenceStatus200(body)).toBe(true);
    await ada.call('release_token');
    expect(box.node.conference('qa').status).not.toMatchObject(status);
  });

  it('of others is for hosts; a guest may use it on himself, but not to become host', async () => {
    const host = await box.join('Host', '1234', 'guarded');
    const guest = await box.join('Guest', 'none', 'guarded');
    expect((await guest.call(`participants/${host.uuid}/mute`)).body.result).toBe('Invalid role');
    expect((await guest.call('lock')).body.result).toBe('Invalid role');
    expect((await guest.call(`participants/${guest.uuid}/buzz`)).status).toBe(200);
    const promote = { body: { role: 'chair' } };
    expect((await guest.call(`participants/${guest.uuid}/role`, promote)).body.result).toBe('Invalid role');
  });

  it('of nobody is refused', async () => {
    expect((await ada.call('participants/nobody/mute')).body).toEqual({
      status: 'failed',
      result: 'Invalid participant',
    });
  });
});
