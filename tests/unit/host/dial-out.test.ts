import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DialRequest, OutgoingCall } from '../../../host';
import { LIMITS } from '../../../protocol/limits';
import { afterTask, FEATURES, openHostPage } from './host-page';

type Page = ReturnType<typeof openHostPage>;

const request = (destination: string): DialRequest => ({ destination, protocol: 'sip', role: 'GUEST' });

/** Dials, and keeps everything that the call reports. */
async function dial(page: Page, destination: string, signal?: AbortSignal) {
  const call = page.meeting.dialOut(request(destination), signal && { signal });
  const events: string[] = [];
  call.on('progress', ({ state }) => events.push(state));
  call.on('no-answer', () => events.push('no-answer'));
  await afterTask();
  return { call, events };
}

const destinations = (page: Page) =>
  page.sent('dial-out').map((message) => (message as { destination?: string }).destination);

const joined = (call: OutgoingCall, uuid: string) => ({ requestId: call.id, uuid, displayName: 'Alice' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a call through our plugin', () => {
  it('goes out with its id, and resolves with the participant', async () => {
    const page = openHostPage();
    page.join();
    const { call, events } = await dial(page, 'alice@example.com');
    expect(page.sent('dial-out')).toEqual([
      { name: 'dial-out', ...request('alice@example.com'), requestId: call.id },
    ]);
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'ringing' });
    page.send('dial-out-success', joined(call, 'u1'));
    await expect(call.joined).resolves.toEqual({ uuid: 'u1', displayName: 'Alice', certain: true });
    expect(events).toEqual(['calling', 'ringing', 'joined']);
  });

  it('rejects with the node’s words, and with what to do', async () => {
    const page = openHostPage();
    page.join();
    const { call } = await dial(page, 'busy@example.com');
    const failed = vi.fn();
    call.on('failed', failed);
    page.send('dial-out-error', { requestId: call.id, message: 'Busy here' });
    const error = { code: 'refused', message: 'Busy here', advice: 'Check the request.', certain: true };
    await expect(call.joined).rejects.toMatchObject(error);
    expect(failed).toHaveBeenCalledWith(expect.objectContaining(error));
    expect(call.state).toBe('failed');
  });

  it('is one of as many as the plugin tells apart; the next waits for the first that ends', async () => {
    const page = openHostPage();
    page.join();
    const calls = Array.from({ length: LIMITS.openCalls + 1 }, (_, index) =>
      page.meeting.dialOut(request(`${index}@example.com`)),
    );
    await afterTask();
    expect(destinations(page)).toHaveLength(LIMITS.openCalls);
    expect(calls.at(-1)?.state).toBe('queued');
    page.send('dial-out-error', { requestId: calls[7]?.id, message: 'No' });
    expect(destinations(page).at(-1)).toBe(`${LIMITS.openCalls}@example.com`);
    expect(calls[7]?.state).toBe('failed');
    expect(calls[6]?.state).toBe('calling');
  });

  it('reports that nobody has answered, and can still join', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    page.join();
    const { call, events } = await dial(page, 'noanswer@example.com');
    await vi.advanceTimersByTimeAsync(5_000);
    page.send('dial-out-success', joined(call, 'u1'));
    await expect(call.joined).resolves.toMatchObject({ uuid: 'u1' });
    expect(events).toEqual(['calling', 'no-answer', 'joined']);
  });

  it('ends when its participant leaves', async () => {
    const page = openHostPage();
    page.join();
    const { call, events } = await dial(page, 'alice@example.com');
    const left = vi.fn();
    call.on('left', left);
    page.send('dial-out-success', joined(call, 'u1'));
    page.send('dial-out-progress', { uuid: 'u1', state: 'left' });
    expect(left).toHaveBeenCalledOnce();
    expect(events.at(-1)).toBe('left');
  });

  it('fails with `left` when the user leaves the meeting', async () => {
    const page = openHostPage();
    page.join();
    const { call } = await dial(page, 'alice@example.com');
    page.send('disconnected', { userInitiated: true });
    await expect(call.joined).rejects.toMatchObject({ code: 'left', message: 'Not in the meeting.' });
  });
});

describe('a request that cannot be sent', () => {
  it('rejects and names every field that is missing', async () => {
    const page = openHostPage();
    page.join();
    const call = page.meeting.dialOut({ destination: '' } as DialRequest);
    await expect(call.joined).rejects.toMatchObject({
      code: 'bad-request',
      message: 'Missing: role, destination, protocol.',
      advice: 'Correct the request.',
    });
    expect(page.sent('dial-out')).toEqual([]);
  });

  it('rejects with `closed` after close(), and with `no-plugin` if no plugin responds in time', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    const { call, events } = await dial(page, 'alice@example.com');
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(call.joined).rejects.toMatchObject({ code: 'no-plugin' });
    expect(events).toEqual(['failed']);
    page.meeting.close();
    const { call: late } = await dial(page, 'bob@example.com');
    await expect(late.joined).rejects.toMatchObject({ code: 'closed' });
  });

  it('is dialed once a plugin responds', async () => {
    const page = openHostPage();
    await dial(page, 'alice@example.com');
    expect(page.sent('dial-out')).toEqual([]);
    page.join();
    expect(destinations(page)).toEqual(['alice@example.com']);
  });

  it('is dialed once the user has joined, where the plugin reports that', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    page.send('ready', { features: ['connected', 'request-id'] });
    const { call } = await dial(page, 'alice@example.com');
    expect(page.sent('dial-out')).toEqual([]);
    page.send('connected', { conferenceAlias: 'qa' });
    expect(destinations(page)).toEqual(['alice@example.com']);
    page.send('dial-out-success', joined(call, 'u1'));

    page.send('disconnected', { userInitiated: true });
    const { call: late } = await dial(page, 'bob@example.com');
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(late.joined).rejects.toMatchObject({ code: 'left' });
    expect(destinations(page)).toEqual(['alice@example.com']);
  });
});

describe('a call that the page ends', () => {
  it.each([
    ['before it was dialed', true],
    ['while it rings', false],
  ])('by its signal %s rejects with `aborted`', async (_name, isEarly) => {
    const page = openHostPage();
    page.join();
    const controller = new AbortController();
    if (isEarly) controller.abort();
    const { call } = await dial(page, 'alice@example.com', controller.signal);
    controller.abort();
    await expect(call.joined).rejects.toMatchObject({
      code: 'aborted',
      message: 'The call was canceled.',
      advice: 'Dial again.',
    });
    expect(page.sent('dial-out')).toHaveLength(isEarly ? 0 : 1);
    expect(page.sent('hang-up')).toMatchObject(isEarly ? [] : [{ requestId: call.id }]);
  });

  it('by hangUp() resolves when the plugin confirms', async () => {
    const page = openHostPage();
    page.join();
    const { call } = await dial(page, 'alice@example.com');
    page.send('dial-out-success', joined(call, 'u1'));
    const hungUp = call.hangUp();
    expect(page.sent('hang-up')).toEqual([{ name: 'hang-up', requestId: call.id, uuid: 'u1' }]);
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'left' });
    await expect(hungUp).resolves.toBeUndefined();
  });

  it('by hangUp() rejects with the reason if the plugin refuses or cannot', async () => {
    const page = openHostPage();
    page.join();
    const { call } = await dial(page, 'alice@example.com');
    const refused = call.hangUp();
    page.send('hang-up-error', { requestId: call.id, message: 'Not a host.' });
    await expect(refused).rejects.toMatchObject({ code: 'refused', message: 'Not a host.' });
    page.join('qa', ['request-id']);
    await expect(call.hangUp()).rejects.toMatchObject({
      code: 'unsupported',
      advice: 'Do this in the meeting.',
    });
  });

  it('before it was dialed does not go out', async () => {
    const page = openHostPage();
    const { call } = await dial(page, 'alice@example.com');
    await expect(call.hangUp()).resolves.toBeUndefined();
    await expect(call.joined).rejects.toMatchObject({ code: 'aborted' });
    page.join();
    expect(page.sent('dial-out')).toEqual([]);
  });
});

describe('calls through a plugin of version 1', () => {
  it('go out one by one, without an id', async () => {
    const page = openHostPage();
    page.join('qa', []);
    const first = await dial(page, 'alice@example.com');
    const second = await dial(page, 'bob@example.com');
    expect(page.sent('dial-out')).toEqual([{ name: 'dial-out', ...request('alice@example.com') }]);
    expect(second.call.state).toBe('queued');
    page.send('dial-out-success', { uuid: 'u1', displayName: 'Alice' });
    await expect(first.call.joined).resolves.toMatchObject({ uuid: 'u1', certain: true });
    page.send('dial-out-error', { message: 'Busy here' });
    await expect(second.call.joined).rejects.toMatchObject({ code: 'refused', certain: true });
    expect(destinations(page)).toEqual(['alice@example.com', 'bob@example.com']);
  });

  it('give way after the time that the page sets; every answer then is uncertain', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    page.join('qa', []);
    const first = await dial(page, 'noanswer@example.com');
    const second = await dial(page, 'bob@example.com');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(destinations(page)).toEqual(['noanswer@example.com']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(destinations(page)).toEqual(['noanswer@example.com', 'bob@example.com']);
    expect(first.events).toEqual(['calling', 'no-answer']);
    page.send('dial-out-success', { uuid: 'u2' });
    await expect(second.call.joined).resolves.toMatchObject({ uuid: 'u2', certain: false });
    page.send('dial-out-success', { uuid: 'u1' });
    await expect(first.call.joined).resolves.toMatchObject({ uuid: 'u1', certain: false });
  });
});

describe('calls at a reload of the meeting', () => {
  const reloadedAt = async (alias: string, features?: readonly string[]) => {
    const page = openHostPage();
    page.join();
    const { call, events } = await dial(page, 'alice@example.com');
    const { call: unnamed } = await dial(page, 'bob@example.com');
    page.send('dial-out-success', joined(call, 'u1'));
    page.reload();
    await expect(unnamed.joined).rejects.toMatchObject({ code: 'reloaded' });
    expect(call.state).toBe('unknown');
    page.join(alias, features);
    return { page, call, events };
  };

  it('are asked for in the same meeting, and go on as the plugin tells', async () => {
    const { page, call, events } = await reloadedAt('qa');
    expect(page.sent('call-status')).toEqual([
      { name: 'call-status', calls: [{ requestId: call.id, uuid: 'u1' }] },
    ]);
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'joined' });
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'left' });
    expect(events).toEqual(['calling', 'joined', 'unknown', 'joined', 'left']);
  });

  it.each([
    ['in another meeting', 'sales', FEATURES],
    ['where the plugin cannot tell', 'qa', ['request-id']],
  ])('end %s, whose plugin learns nothing of them', async (_name, alias, features) => {
    const { page, call } = await reloadedAt(alias, features);
    expect(page.sent('call-status')).toEqual([]);
    expect(call.state).toBe('failed');
  });
});
