// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, byId, eventually, press, the } from '../fixture';

const UNREAD = 'Notify about unread messages';
const CALLS = 'Notify about calls that join or fail';

function openOptions({ answer = true, managed = {}, local = {} } = {}) {
  let isGiven = false;
  let tell = () => {};
  const set = (is: boolean) => {
    isGiven = is;
    tell();
  };
  const access = {
    ask: vi.fn(async () => {
      set(answer);
      return answer;
    }),
    has: async () => isGiven,
    giveBack: vi.fn(async () => set(false)),
    watch: (listener: () => void) => {
      tell = listener;
    },
  };
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const storage = memoryStorage({ managed, local });
  mountOptions(byId('root'), { storage, signal: stop.signal, notificationAccess: access });
  const stored = async () => Object(Object((await storage.local.read()).settings).value);
  return { access, stored, take: () => set(false) };
}

const box = (name: string) => the<HTMLInputElement>('checkbox', name);

describe('the options about notifications', () => {
  beforeEach(() => {
    document.body.innerHTML = '<div id="root"></div>';
  });
  const ready = () => eventually(() => byId('notifications'));

  it('ask for permission in the click, and give it back with the last kind', async () => {
    const { access, stored } = openOptions();
    await ready();
    expect(box(UNREAD).checked).toBe(false);
    await press('checkbox', UNREAD);
    expect(access.ask).toHaveBeenCalledTimes(1);
    await eventually(() => expect(box(UNREAD).checked).toBe(true));
    await press('checkbox', CALLS);
    await eventually(() => expect(box(CALLS).checked).toBe(true));
    await press('checkbox', UNREAD);
    await eventually(() => expect(box(UNREAD).checked).toBe(false));
    expect(access.giveBack).not.toHaveBeenCalled();
    await press('checkbox', CALLS);
    await eventually(() => expect(access.giveBack).toHaveBeenCalledTimes(1));
    expect(await stored()).toMatchObject({ notifyUnread: false, notifyCalls: false });
  });

  it('turn nothing on that the browser declines, and say so', async () => {
    const { stored } = openOptions({ answer: false });
    await ready();
    await press('checkbox', UNREAD);
    await eventually(() => expect(document.body.textContent).toContain('Not turned on: permission'));
    expect(box(UNREAD).checked).toBe(false);
    expect((await stored()).notifyUnread).not.toBe(true);
  });

  it('ask for no permission for the sound', async () => {
    const { access, stored } = openOptions();
    await ready();
    await press('checkbox', 'Play a sound');
    await eventually(async () => expect((await stored()).sound).toBe(true));
    expect(access.ask).not.toHaveBeenCalled();
  });

  it('offer the permission that what an administrator has turned on lacks', async () => {
    const { access, take } = openOptions({ managed: { settings: { notifyPeople: true } } });
    await ready();
    await eventually(() => the('button', 'Allow notifications'));
    expect(box('Notify about people who wait or raise a hand').disabled).toBe(true);
    await press('button', 'Allow notifications');
    expect(access.ask).toHaveBeenCalledTimes(1);
    await eventually(() => expect(all('button', 'Allow notifications')).toEqual([]));
    take();
    await eventually(() => the('button', 'Allow notifications'));
  });

  it('list the muted sites, each with the way back', async () => {
    const value = { ...DEFAULT_SETTINGS, mutedSites: ['https://a.example', 'https://b.example'] };
    const { stored } = openOptions({ local: { settings: { version: 4, value } } });
    await eventually(() => expect(all('button', 'Unmute this site')).toHaveLength(2));
    all('button', 'Unmute this site')[0]?.click();
    await eventually(() => expect(all('button', 'Unmute this site')).toHaveLength(1));
    expect((await stored()).mutedSites).toEqual(['https://b.example']);
  });
});
