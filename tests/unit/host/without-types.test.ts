import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DialRequest } from '../../../host';
import { afterTask, openHostPage } from './host-page';

const request = (destination: string): DialRequest => ({ destination, protocol: 'sip', role: 'GUEST' });
const dialed = (page: ReturnType<typeof openHostPage>) =>
  page.sent('dial-out').map((message) => (message as { destination?: string }).destination);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a request of a page without types', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'alice@example.com'],
    ['an object of a framework that cannot be sent', { ...request('a@example.com'), text: () => 'Alice' }],
  ])('that is %s rejects with `bad-request`, and the next call goes out', async (_name, given) => {
    const page = openHostPage();
    page.join();
    const call = page.meeting.dialOut(given as unknown as DialRequest);
    page.meeting.dialOut(request('bob@example.com'));
    await afterTask();
    await expect(call.joined).rejects.toMatchObject({ code: 'bad-request', advice: 'Correct the request.' });
    expect(call.state).toBe('failed');
    expect(dialed(page)).toEqual(['bob@example.com']);
  });

  it('is dialed as it was, although the page changes it while it waits', async () => {
    const page = openHostPage();
    const changed = request('alice@example.com');
    page.meeting.dialOut(changed);
    changed.destination = 'bob@example.com';
    await afterTask();
    page.join();
    expect(dialed(page)).toEqual(['alice@example.com']);
  });
});

it('a state that is neither open nor closed reaches the plugin as one of the two', () => {
  const page = openHostPage({ chat: 1 as unknown as boolean });
  page.send('ready');
  page.meeting.setChat(undefined as unknown as boolean);
  page.meeting.setChat('open' as unknown as boolean);
  const states = page.sent('toggle-chat-button-state');
  expect(states).toMatchObject([{ active: true }, { active: false }, { active: true }]);
  expect(page.meeting.chat).toBe(true);
});

describe('the answer time', () => {
  it.each([
    ['no number', Number.NaN, 60_000],
    ['nothing', undefined, 60_000],
    ['longer than a timer can be', Number.POSITIVE_INFINITY, 2e9],
  ])('given as %s does not pass at once', async (_name, answerMs, minMs) => {
    const page = openHostPage({ answerMs: answerMs as number });
    page.join();
    const call = page.meeting.dialOut(request('noanswer@example.com'));
    const unanswered = vi.fn();
    call.on('no-answer', unanswered);
    await vi.advanceTimersByTimeAsync(minMs - 1);
    expect(unanswered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(unanswered).toHaveBeenCalledTimes(1);
  });
});

describe('hangUp()', () => {
  const joinedCall = async () => {
    const page = openHostPage();
    page.join();
    const call = page.meeting.dialOut(request('alice@example.com'));
    await afterTask();
    page.send('dial-out-success', { requestId: call.id, uuid: 'u1' });
    return { page, call };
  };

  it('twice at once resolves twice', async () => {
    const { page, call } = await joinedCall();
    const both = [call.hangUp(), call.hangUp()];
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'left' });
    await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
  });

  it('can be tried again after a refusal', async () => {
    const { page, call } = await joinedCall();
    const refused = call.hangUp();
    page.send('hang-up-error', { requestId: call.id, message: 'Not yet.' });
    await expect(refused).rejects.toMatchObject({ code: 'refused' });
    const again = call.hangUp();
    expect(page.sent('hang-up')).toHaveLength(2);
    page.send('dial-out-progress', { requestId: call.id, uuid: 'u1', state: 'left' });
    await expect(again).resolves.toBeUndefined();
  });

  it('rejects when the meeting is reloaded before the plugin has answered', async () => {
    const { page, call } = await joinedCall();
    const hungUp = call.hangUp();
    page.reload();
    await expect(hungUp).rejects.toMatchObject({ code: 'reloaded' });
    await expect(call.hangUp()).rejects.toMatchObject({ code: 'no-plugin' });
  });
});

describe('what the plugin would have to do', () => {
  it('fails at once, and says why, in a page that is not the top window', async () => {
    vi.stubGlobal('top', {});
    const { meeting } = openHostPage();
    const failure = { code: 'not-top', message: 'Plugins send to the top window.' };
    const { joined } = meeting.dialOut(request('alice@example.com'));
    await afterTask();
    await expect(joined).rejects.toMatchObject({ ...failure, advice: 'Open this page by itself.' });
    await expect(meeting.sendMessage('Hi')).rejects.toMatchObject(failure);
  });

  it('fails with `no-plugin` while there is none', async () => {
    const { meeting } = openHostPage();
    await expect(meeting.sendMessage('Hi')).rejects.toMatchObject({ code: 'no-plugin' });
    expect(() => meeting.act({ name: 'mute', participantUuid: 'u1', muted: true })).toThrow(
      expect.objectContaining({ code: 'no-plugin' }),
    );
  });

  it('fails with `bad-request` where it cannot be sent', async () => {
    const { meeting, join } = openHostPage();
    join();
    await expect(meeting.sendMessage(undefined as unknown as string)).rejects.toMatchObject({
      code: 'bad-request',
    });
    const action = { name: 'mute', participantUuid: () => 'u1', muted: true };
    expect(() => meeting.act(action as never)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});

describe('a page that only listens', () => {
  const listening = (page: ReturnType<typeof openHostPage>) => {
    const told: string[] = [];
    page.meeting.on('unreachable', ({ code }) => told.push(code));
    return told;
  };

  it('is told at once that it is framed', async () => {
    vi.stubGlobal('top', {});
    const told = listening(openHostPage());
    await afterTask();
    expect(told).toEqual(['not-top']);
  });

  it('is told once if no plugin sends anything in the answer time, and still finds a late one', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    const told = listening(page);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['no-plugin']);
    page.send('ready');
    expect(page.meeting.ready).toBe(true);
  });

  it('is told nothing where a plugin has sent something, or once it has closed', async () => {
    const answered = openHostPage({ answerMs: 5_000 });
    const closed = openHostPage({ answerMs: 5_000 });
    const told = [listening(answered), listening(closed)];
    answered.send('toggle-chat', { active: true });
    answered.plugin.remove();
    closed.meeting.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([[], []]);
  });
});

it('a log that throws keeps neither the page nor the plugin from the message', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const page = openHostPage({
    log: () => {
      throw new Error('No log');
    },
  });
  const pressed = vi.fn();
  page.meeting.on('toggle-chat', pressed);
  page.send('toggle-chat', { active: true });
  expect(pressed).toHaveBeenCalledWith({ active: true });
  expect(page.sent('toggle-chat-button-state')).toMatchObject([{ active: true }]);
  expect(reported).toHaveBeenCalled();
});

describe('an iframe that is removed', () => {
  it('is no longer ready, and its calls end in words', async () => {
    const page = openHostPage({ answerMs: 5_000 });
    page.join();
    const open = page.meeting.dialOut(request('alice@example.com'));
    await afterTask();
    page.plugin.remove();
    Object.assign(page.element, { contentWindow: null });
    expect(page.meeting.ready).toBe(false);
    const late = page.meeting.dialOut(request('bob@example.com'));
    await vi.advanceTimersByTimeAsync(5_000);
    for (const { joined } of [open, late]) await expect(joined).rejects.toMatchObject({ code: 'no-plugin' });
    expect(dialed(page)).toEqual(['alice@example.com']);
  });
});

it('a call that joined through a plugin of version 1 ends when the meeting is reloaded', async () => {
  const page = openHostPage();
  page.join('qa', []);
  const call = page.meeting.dialOut(request('alice@example.com'));
  const failed = vi.fn();
  call.on('failed', failed);
  await afterTask();
  page.send('dial-out-success', { uuid: 'u1' });
  page.reload();
  page.send('ready');
  expect(call.state).toBe('failed');
  expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'reloaded' }));
});
