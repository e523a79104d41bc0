import { describe, expect, it } from 'vitest';
import { isNotified, readSettings } from '../../../settings/notified';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../settings/settings';
import { readItem } from '../../../settings/storage/item';
import { memoryStorage } from '../../../settings/storage/memory';

const SITE = 'https://portal.example.com:8443';
const ON = { ...DEFAULT_SETTINGS, notifyUnread: true, notifyCalls: true };

describe('notifications', () => {
  it('are off until each kind is turned on', () => {
    for (const kind of ['unread', 'people', 'calls'] as const)
      expect(isNotified(DEFAULT_SETTINGS, kind, SITE)).toBe(false);
    expect(isNotified(ON, 'unread', SITE)).toBe(true);
    expect(isNotified(ON, 'people', SITE)).toBe(false);
  });

  it.each([
    [SITE, true],
    ['https://portal.example.com', true],
    ['http://portal.example.com', false],
    ['https://portal.example.com:444', false],
    ['https://meet.example.com', false],
    ['https://portal.example.com/', true],
    ['Portal.Example.com', true],
    ['example.com', false],
  ])('of a page on a port, with %s muted: muted is %s', (muted, isMuted) => {
    expect(isNotified({ ...ON, mutedSites: [muted] }, 'calls', SITE)).toBe(!isMuted);
  });

  const storedOn = (managed = {}) =>
    memoryStorage({ managed, local: { settings: { version: 4, value: ON } } });

  it('can be set by an administrator, and locked', async () => {
    expect((await readSettings(storedOn())).notifyUnread).toBe(true);
    expect((await readSettings(storedOn({ locks: ['settings'] }))).notifyUnread).toBe(false);
    const policy = { settings: { notifyPeople: true, notifyUnread: false } };
    expect(await readSettings(storedOn(policy))).toMatchObject({
      notifyPeople: true,
      notifyUnread: false,
      notifyCalls: true,
    });
  });

  it('stay off in settings of a version that had none', async () => {
    const { notifyUnread, notifyPeople, notifyCalls, sound, mutedSites, ...old } = ON;
    const { local } = memoryStorage({ local: { settings: { version: 3, value: { ...old, region: 'NO' } } } });
    expect(await readItem(local, SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, region: 'NO' });
  });
});
