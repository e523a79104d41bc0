import { describe, expect, it, onTestFinished } from 'vitest';
import { createPanelPresets } from '../../../../panel/request/presets';
import { SETTINGS } from '../../../../settings/settings';
import { createSettingsStore } from '../../../../settings/settings-store';
import { updateItem } from '../../../../settings/storage/item';
import { memoryStorage } from '../../../../settings/storage/memory';
import { until } from '../../../until';

async function presetsOf(managed: Record<string, unknown>) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const storage = memoryStorage({ managed });
  const settings = createSettingsStore(storage, stop.signal);
  await settings.loaded;
  const store = createPanelPresets(storage, settings, stop.signal);
  await store.loaded;
  return {
    store,
    setRegion: (region: string) => updateItem(storage.local, SETTINGS, (all) => ({ ...all, region })),
    requests: () => store.presets.value.map(({ request }) => request),
  };
}

describe('a preset of a policy', () => {
  it.each([
    ['a link', 'https://meet.example.com/webapp3/m/alice', 'alice@meet.example.com', 'auto'],
    ['a scheme', 'SIP:bob%2ebo@example.com?subject=x', 'bob.bo@example.com', 'sip'],
    ['a name beside it', 'Front desk <h323:desk@example.com>', 'desk@example.com', 'h323'],
    ['a stream', 'rtmp://live.example.com/app/key', 'rtmp://live.example.com/app/key', 'rtmp'],
    ['a number of the policy’s country', '22 33 44 55', '+4722334455', 'auto'],
  ])('is read as the form reads it: %s', async (_, destination, expected, protocol) => {
    const { requests, store } = await presetsOf({ presets: [{ destination }], settings: { region: 'NO' } });
    expect(requests()).toEqual([{ destination: expected, protocol, role: 'GUEST' }]);
    expect(store.problems.value).toEqual([]);
  });

  it('keeps Auto and Guest, whatever the settings of the policy are', async () => {
    const presets = [{ name: 'A', destination: 'a@example.com' }];
    const { requests } = await presetsOf({ presets, settings: { protocol: 'sip', role: 'HOST' } });
    expect(requests()).toEqual([{ destination: 'a@example.com', protocol: 'auto', role: 'GUEST' }]);
  });

  it('is taken as typed where the policy says so', async () => {
    const presets = [{ destination: 'sip:a@example.com', as_typed: true }];
    const { requests } = await presetsOf({ presets });
    expect(requests()[0]?.destination).toBe('sip:a@example.com');
  });

  it('has the name of the policy, else the one beside the address, else the address', async () => {
    const { store } = await presetsOf({
      presets: [
        { name: 'Reception', destination: '100' },
        { destination: 'Ann <ann@example.com>' },
        { destination: 'sip:bob@example.com' },
      ],
    });
    expect(store.presets.value.map(({ name }) => name)).toEqual(['Reception', 'Ann', 'bob@example.com']);
  });

  it('follows the default country of the options where the policy sets none', async () => {
    const { requests, setRegion } = await presetsOf({ presets: [{ destination: '(202) 555-0123' }] });
    expect(requests()[0]?.destination).toBe('2025550123');
    await setRegion('US');
    await until(() => expect(requests()[0]?.destination).toBe('+12025550123'));
  });

  it.each([
    ['without a destination', { name: 'Nobody' }],
    ['that isn’t an object', 'alice@example.com'],
    ['that is nothing', null],
    ['with a link that cannot be dialed', { destination: 'https://teams.microsoft.com/l/meetup-join/x' }],
    ['with a number for text', { destination: 4722334455 }],
    ['with an unknown protocol', { destination: 'a@example.com', protocol: 'iax' }],
  ])('%s is reported with its place, and costs the others nothing', async (_, entry) => {
    const { store, requests } = await presetsOf({ presets: [entry, { destination: 'b@example.com' }] });
    expect(requests()).toMatchObject([{ destination: 'b@example.com' }]);
    expect(store.problems.value).toEqual([expect.stringMatching(/^presets, entry 1: .+\.$/)]);
    expect(store.problems.value[0]).not.toMatch(/\.\.$/);
  });
});
