import { validateDial200, validateParticipants200 } from '@pexip/infinity-api/dist/conference/validation.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startNode } from './node-client';

let box: Awaited<ReturnType<typeof startNode>>;
let ada: Awaited<ReturnType<typeof box.join>>;
beforeEach(async () => {
  box = await startNode({ pins: { guarded: { host: '1234' } } });
  ada = await box.join('Ada');
});
afterEach(() => box.close());

const dial = (body: Record<string, unknown>) =>
  ada.call('dial', { body: { role: 'GUEST', protocol: 'sip', ...body } });

async function placed(body: Record<string, unknown>) {
  const answer = await dial(body);
  expect(validateDial200(answer.body)).toBe(true);
  const [uuid] = Object(answer.body.result);
  const isIt = (type?: string) => (data: Record<string, unknown>) =>
    data.uuid === uuid && (type === undefined || data.service_type === type);
  return { uuid: String(uuid), isIt };
}

describe('a dialed participant', () => {
  it('is connecting first and joins after the ring', async () => {
    const { isIt } = await placed({ destination: 'alice@example.com', remote_display_name: 'Alice' });
    const { data } = await ada.events.until('participant_create', isIt('connecting'));
    expect(data).toMatchObject({
      display_name: 'Alice',
      call_direction: 'out',
      uri: 'sip:alice@example.com',
    });
    await ada.events.until('participant_update', isIt('conference'));
    const { body } = await ada.call('participants', { method: 'GET' });
    expect(validateParticipants200(body)).toBe(true);
  });

  it.each([
    [{ role: 'HOST' }, { role: 'chair' }],
    [{ role: 'GUEST' }, { role: 'guest' }],
    [{ protocol: 'auto' }, { protocol: 'sip' }],
    [{ call_type: 'audio' }, { is_audio_only_call: 'YES', is_video_call: 'NO' }],
    [{ streaming: 'yes' }, { is_streaming_conference: true }],
    [{ text: 'Overlay' }, { display_name: 'Overlay', overlay_text: 'Overlay' }],
    [{}, { display_name: 'bob@example.com' }],
  ])('shows what the body says: %j', async (fields, shown) => {
    const { isIt } = await placed({ destination: 'sip:bob@example.com', ...fields });
    expect((await ada.events.until('participant_create', isIt())).data).toMatchObject(shown);
  });

  it('joins late when slow, and leaves again when told to', async () => {
    const slow = await placed({ destination: 'slow@example.com' });
    const leave = await placed({ destination: 'leave@example.com' });
    await ada.events.until('participant_update', slow.isIt('conference'));
    await ada.events.until('participant_update', leave.isIt('conference'));
    await ada.events.until('participant_delete', leave.isIt());
  });

  it('rings for ever when nobody answers, and can be hung up', async () => {
    const { uuid, isIt } = await placed({ destination: 'noanswer@example.com' });
    const other = await placed({ destination: 'slow@example.com' });
    await ada.events.until('participant_update', other.isIt('conference'));
    expect(box.node.conference('qa').participants.find((each) => each.uuid === uuid)).toMatchObject({
      service_type: 'connecting',
    });
    await ada.call(`participants/${uuid}/disconnect`);
    await ada.events.until('participant_delete', isIt());
    expect(
      ada.events.seen.some(({ event, data }) => event === 'participant_update' && isIt()(Object(data))),
    ).toBe(false);
  });

  it('gets its DTMF sequence once it has joined', async () => {
    const { uuid, isIt } = await placed({ destination: 'bob@example.com', dtmf_sequence: '123#' });
    await ada.events.until('participant_update', isIt('conference'));
    expect(box.node.conference('qa').dtmf).toEqual([{ uuid, digits: '123#' }]);
  });

  it('goes when the last browser has gone', async () => {
    await placed({ destination: 'bob@example.com' });
    await ada.call('release_token');
    expect(box.node.conference('qa').participants).toEqual([]);
  });

  it('stays while a Host does who has no browser', async () => {
    const { uuid } = await placed({ destination: 'bob@example.com' });
    const host = box.node.conference('qa').join({ role: 'chair' });
    await ada.call('release_token');
    expect(box.node.conference('qa').participants.map((each) => each.uuid)).toEqual([uuid, host.uuid]);
  });
});

describe('a participant of the demo', () => {
  it.each([
    ['wave', 'conference', { buzz_time: expect.any(Number) }],
    ['muted', 'conference', { is_client_muted: true }],
    ['present', 'conference', { is_presenting: 'YES' }],
    ['lobby', 'waiting_room', { service_type: 'waiting_room' }],
  ])('does by the name %s what it says', async (name, service, fields) => {
    const { uuid, isIt } = await placed({ destination: `${name}@example.com` });
    await ada.events.until('participant_update', isIt(service));
    const found = box.node.conference('qa').participants.find((each) => each.uuid === uuid);
    expect(found).toMatchObject(fields);
    expect(found?.buzz_time === 0).toBe(name !== 'wave');
  });

  it('refuses every action if the name is stubborn', async () => {
    const { uuid, isIt } = await placed({ destination: 'stubborn@example.com' });
    await ada.events.until('participant_update', isIt('conference'));
    const { body } = await ada.call(`participants/${uuid}/mute`);
    expect(body).toEqual({ status: 'failed', result: 'This participant refuses everything' });
  });
});

describe('a refused dial', () => {
  it.each([
    [{ destination: 'busy@example.com' }, 403, 'Call to busy@example.com was refused: busy'],
    [{ destination: ' ' }, 403, 'Call to an empty destination was refused: destination is empty'],
    [{ destination: 'x', role: 'KING' }, 400, "Invalid request: field 'role' must be one of HOST, GUEST"],
    [{}, 400, "Invalid request: field 'destination' is missing"],
    [{ destination: 5 }, 400, "Invalid request: field 'destination' must be string"],
  ])('%j says why', async (body, status, result) => {
    expect(await dial(body)).toEqual({ status, body: { status: 'failed', result } });
    expect(ada.events.names).not.toContain('participant_update');
    expect(box.node.conference('qa').participants).toHaveLength(1);
  });

  it('names no participant where there is no route, in a reply that is still valid', async () => {
    const { status, body } = await dial({ destination: 'noroute@example.com' });
    expect(validateDial200(body)).toBe(true);
    expect({ status, result: body.result }).toEqual({ status: 200, result: [] });
    expect(box.node.conference('qa').participants).toHaveLength(1);
  });

  it('is not for guests', async () => {
    const guest = await box.join('Guest', 'none', 'guarded');
    const body = { role: 'GUEST', protocol: 'sip', destination: 'bob@example.com' };
    expect((await guest.call('dial', { body })).body).toEqual({ status: 'failed', result: 'Invalid role' });
  });

  it('is remembered as well as one that is placed', async () => {
    await dial({ destination: 'busy@example.com' });
    await dial({ destination: 'bob@example.com' });
    const destinations = box.node.conference('qa').dials.map(({ destination }) => destination);
    expect(destinations).toEqual(['busy@example.com', 'bob@example.com']);
  });
});
