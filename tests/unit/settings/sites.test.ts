import { describe, expect, it, onTestFinished } from 'vitest';
import { siteOf } from '../../../settings/site';
import { memorySiteAccess } from '../../../settings/sites/memory-access';
import { followPermission, keepMode, modeOf, readSites, settle } from '../../../settings/sites/sites';
import { createSitesStore } from '../../../settings/sites/sites-store';
import { readQuarantined } from '../../../settings/storage/item';
import { memoryStorage } from '../../../settings/storage/memory';
import { until } from '../../until';

const MEET = 'https://meet.example.com';
const PORTAL = 'https://portal.example.com';
const stored = (value: unknown, version = 1) => ({ version, value });
const alwaysOf = async (storage: ReturnType<typeof memoryStorage>) => (await readSites(storage)).always;

describe('a site', () => {
  it.each([
    ['https://meet.example.com/webapp3/m/qa?x=1#y', MEET],
    ['http://localhost:8080/', 'http://localhost'],
    ['https://user:secret@meet.example.com:8443/', MEET],
    ['file:///etc/passwd', undefined],
    ['about:blank', undefined],
    ['meet.example.com', undefined],
    ['', undefined],
  ])('of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('the sites on which it always runs', () => {
  const open = (content = {}, given: string[] = [], answer = () => true) => {
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const storage = memoryStorage(content);
    const access = memorySiteAccess(given, answer);
    return { storage, access, sites: createSitesStore(storage, access, stop.signal) };
  };

  it('are asked for, kept and registered', async () => {
    const { storage, access, sites } = open();
    await sites.add(`${MEET}/webapp3/`);
    expect(await alwaysOf(storage)).toEqual([MEET]);
    expect(access.running()).toEqual([MEET]);
    expect(sites.rows.value).toMatchObject([{ site: MEET, always: 'own', isAllowed: true }]);
  });

  it('are left as they are when the person declines', async () => {
    const { storage, access, sites } = open({}, [], () => false);
    await sites.add(MEET);
    expect(await alwaysOf(storage)).toEqual([]);
    expect(access.running()).toEqual([]);
    expect(sites.done.value).toMatchObject({ isBad: true });
  });

  it('are taken off, permission and all, and brought back', async () => {
    const { storage, access, sites } = open({ local: { sites: stored([MEET, PORTAL]) } }, [MEET, PORTAL]);
    await sites.remove(MEET);
    expect(await alwaysOf(storage)).toEqual([PORTAL]);
    expect(await access.has(MEET)).toBe(false);
    sites.done.value?.undo?.();
    await until(() => expect(access.running()).toEqual([PORTAL, MEET]));
  });

  it('keep their permission while a chat of that site is framed', async () => {
    const chat = stored({ place: 'dock', displayName: '', chats: [{ site: '*', url: `${MEET}/chat` }] });
    const { access, sites } = open({ local: { sites: stored([MEET]), chat } }, [MEET]);
    await sites.remove(MEET);
    expect(await access.has(MEET)).toBe(true);
  });

  it('follow what is taken in the browser, and only that', async () => {
    const { storage, access } = open({ local: { sites: stored([MEET, PORTAL]) } }, [MEET]);
    access.take(MEET);
    await followPermission(storage, access, (site) => site === MEET);
    // The other one never had permission: it waits for it, on the list.
    expect(await alwaysOf(storage)).toEqual([PORTAL]);
    expect(access.running()).toEqual([]);
  });

  it('run where an administrator wants it and the browser lets them', async () => {
    const managed = { sites: [{ site: `${MEET}/` }, { site: PORTAL, always: false }], locks: ['sites'] };
    const { storage, access } = open({ managed, local: { sites: stored(['https://own.example']) } }, [
      MEET,
      PORTAL,
      'https://own.example',
    ]);
    await settle(storage, access);
    expect(access.running()).toEqual([MEET]);
  });
});

describe('how the peer behaves on a site', () => {
  it('is kept, and was kept before there were versions', async () => {
    const storage = memoryStorage({ local: { 'watched-sites': [MEET] } });
    await keepMode(storage, PORTAL, 'watch');
    const sites = await readSites(storage);
    expect([MEET, PORTAL, 'https://other.example'].map((site) => modeOf(site, sites))).toEqual([
      'watch',
      'watch',
      'drive',
    ]);
    await keepMode(storage, MEET, 'drive');
    expect((await storage.local.read())['watched-sites']).toEqual(stored([PORTAL]));
  });

  it('is an administrator’s where there is one', async () => {
    const managed = { sites: [{ site: MEET, mode: 'watch' }], locks: ['sites'] };
    const storage = memoryStorage({ managed, local: { 'watched-sites': stored([PORTAL]) } });
    await keepMode(storage, 'https://new.example', 'watch');
    const sites = await readSites(storage);
    expect(modeOf(MEET, sites)).toBe('watch');
    expect(modeOf(PORTAL, sites)).toBe('drive');
    expect((await storage.local.read())['watched-sites']).toEqual(stored([PORTAL]));
  });

  it('is quarantined where it cannot be read, and not overwritten', async () => {
    const storage = memoryStorage({ local: { 'watched-sites': 'garbage', sites: stored([7]) } });
    await keepMode(storage, MEET, 'watch');
    expect((await readSites(storage)).watched).toEqual([MEET]);
    expect(await readQuarantined(storage.local)).toMatchObject([
      { of: 'sites', raw: stored([7]) },
      { of: 'watched-sites', raw: 'garbage' },
    ]);
  });
});
