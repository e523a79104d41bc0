import {
  validateRefreshToken200,
  validateRequestToken200,
  validateRequestToken403,
} from '@pexip/infinity-api/dist/token/validation.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startNode } from './node-client';

const PINS = { pins: { locked: { host: '1234' }, both: { host: '1234', guest: '5678' } } };
let box: Awaited<ReturnType<typeof startNode>>;
beforeEach(async () => {
  box = await startNode(PINS);
});
afterEach(() => box.close());

const ada = { body: { display_name: 'Ada' } };
const withPin = (pin: string) => ({ ...ada, headers: { pin } });

describe('request_token', () => {
  it('answers what Pexip’s own validator accepts', async () => {
    const { status, body } = await box.request('request_token', ada);
    expect(status).toBe(200);
    expect(validateRequestToken200(body)).toBe(true);
    expect(body.result).toMatchObject({ role: 'HOST', display_name: 'Ada', conference_name: 'qa' });
  });

  it('names the field that is missing', async () => {
    const { status, body } = await box.request('request_token', { body: {} });
    expect(status).toBe(400);
    expect(body).toEqual({ status: 'failed', result: "Invalid request: field 'display_name' is missing" });
  });

  it.each([
    ['{"display_name"', 'Body is not valid JSON'],
    ['["Ada"]', 'Body is not a JSON object'],
    [`{"display_name":"${'a'.repeat(100_001)}"}`, 'Body is larger than 100000 bytes'],
  ])('refuses the body %.20s', async (raw, result) => {
    const { status, body } = await box.request('request_token', { raw });
    expect(status).toBe(400);
    expect(body).toEqual({ status: 'failed', result });
  });

  it.each([
    ['locked', 'required', 'none'],
    ['both', 'required', 'required'],
  ])('asks for the PIN of %s', async (alias, pin, guest_pin) => {
    const { status, body } = await box.request('request_token', ada, alias);
    expect(status).toBe(403);
    expect(body).toMatchObject({ status: 'success', result: { pin, guest_pin } });
    expect(validateRequestToken403(body)).toBe(true);
  });

  it.each([
    ['locked', '1234', 'HOST'],
    ['locked', 'none', 'GUEST'],
    ['both', '1234', 'HOST'],
    ['both', '5678', 'GUEST'],
  ])('lets the PIN of %s, %s, in as %s', async (alias, pin, role) => {
    const { body } = await box.request('request_token', withPin(pin), alias);
    expect(body.result).toMatchObject({ role });
  });

  it.each([
    ['locked', '0000'],
    ['both', 'none'],
  ])('refuses a wrong PIN of %s', async (alias, pin) => {
    const { status, body } = await box.request('request_token', withPin(pin), alias);
    expect(status).toBe(403);
    expect(body).toEqual({ status: 'failed', result: 'Invalid PIN' });
    expect(validateRequestToken403(body)).toBe(true);
  });

  it('makes a guest of a locked conference wait until a host admits', async () => {
    const host = await box.join('Host', '1234', 'both');
    await host.call('lock');
    const guest = await box.join('Guest', '5678', 'both');
    const isGuest = (type: string) => (data: Record<string, unknown>) =>
      data.uuid === guest.uuid && data.service_type === type;
    await host.events.until('participant_create', isGuest('waiting_room'));
    expect((await guest.call(`participants/${guest.uuid}/unlock`)).body.result).toBe('Invalid role');
    await host.call(`participants/${guest.uuid}/unlock`);
    await host.events.until('participant_update', isGuest('conference'));
  });
});

describe('a token', () => {
  it.each(['dial', 'message', 'refresh_token', 'release_token', 'lock'])('is needed for %s', async (path) => {
    for (const headers of [{}, { token: 'made-up' }]) {
      const { status, body } = await box.request(path, { body: {}, headers });
      expect(status).toBe(403);
      expect(body).toEqual({ status: 'failed', result: 'Invalid token' });
    }
  });

  it('is good for its own conference only', async () => {
    const { token } = await box.join('Ada');
    await box.join('Bea', undefined, 'other');
    const { body } = await box.request('participants', { method: 'GET', headers: { token } }, 'other');
    expect(body.result).toBe('Invalid token');
  });

  it('is renewed, and both work while requests are on their way', async () => {
    const ada = await box.join('Ada');
    const { body } = await ada.call('refresh_token');
    expect(validateRefreshToken200(body)).toBe(true);
    const renewed = String(Object(body.result).token);
    expect(renewed).not.toBe(ada.token);
    for (const token of [ada.token, renewed]) {
      const { status } = await box.request('participants', { method: 'GET', headers: { token } });
      expect(status).toBe(200);
    }
  });

  it('is void after its release, and the others see its holder go', async () => {
    const ada = await box.join('Ada');
    const bea = await box.join('Bea');
    await ada.call('release_token', { body: { reason: 'User initiated disconnect' } });
    await bea.events.until('participant_delete', ({ uuid }) => uuid === ada.uuid);
    expect((await ada.call('participants', { method: 'GET' })).body.result).toBe('Invalid token');
  });
});

describe('the API', () => {
  it.each([
    ['no_such_call', 'POST', 404],
    ['participants/nobody/no_such_call', 'POST', 404],
    ['toString', 'POST', 404],
    ['lock/more', 'POST', 404],
    ['lock', 'GET', 405],
    ['participants', 'POST', 405],
  ])('answers %s %s with %i', async (path, method, status) => {
    const ada = await box.join('Ada');
    expect(await ada.call(path, { method })).toMatchObject({ status, body: { status: 'failed' } });
  });

  it('survives an alias that is not well-formed', async () => {
    expect((await box.request('lock', {}, '%E0%A4%A')).status).toBe(404);
  });
});
