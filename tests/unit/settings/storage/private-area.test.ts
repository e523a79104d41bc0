import { describe, expect, it, vi } from 'vitest';
import { memoryArea } from '../../../../settings/storage/memory';
import { privateStorage } from '../../../../settings/storage/private-storage';

const STORED = { history: ['ordinary'], 'dock-layouts': ['wide'], settings: { region: 'NO' } };

function open(isPrivate: boolean) {
  const disk = memoryArea(STORED);
  const storage = { local: disk, sync: memoryArea(), managed: memoryArea() };
  return { disk, area: privateStorage(storage, async () => isPrivate).local };
}

describe('the store of a private window', () => {
  it('keeps calls, sites of the page panel and call times in memory, and off the disk', async () => {
    const { disk, area } = open(true);
    await area.set({ history: ['secret@example.com'], 'dock-layouts': ['narrow'], 'placed.1': 7 });
    expect(await area.read()).toEqual({
      history: ['secret@example.com'],
      'dock-layouts': ['narrow'],
      'placed.1': 7,
      settings: { region: 'NO' },
    });
    expect(await disk.read()).toEqual(STORED);
  });

  it('starts without the history of ordinary windows, and with their layout and settings', async () => {
    const { area } = open(true);
    expect(await area.read()).toEqual({ 'dock-layouts': ['wide'], settings: { region: 'NO' } });
  });

  it('writes what a person saves by name', async () => {
    const { disk, area } = open(true);
    await area.set({ settings: { region: 'DE' }, history: ['secret'] });
    expect(await disk.read()).toEqual({ ...STORED, settings: { region: 'DE' } });
    await area.remove(['settings', 'history']);
    const { settings: _, ...rest } = STORED;
    expect(await disk.read()).toEqual(rest);
    expect(await area.read()).toEqual({ 'dock-layouts': ['wide'] });
  });

  it('removes in memory alone what is written by itself', async () => {
    const { disk, area } = open(true);
    await area.remove(['dock-layouts']);
    expect(await area.read()).toEqual({ settings: { region: 'NO' } });
    expect(await disk.read()).toEqual(STORED);
  });

  it('puts damaged history aside in memory as well', async () => {
    const { disk, area } = open(true);
    await area.set({ 'history.set-aside.1': 'secret' });
    expect(await disk.read()).toEqual(STORED);
  });

  it('reports every change, those in memory included, until it is stopped', async () => {
    const { area } = open(true);
    const stop = new AbortController();
    const listener = vi.fn();
    area.watch(listener, stop.signal);
    await area.set({ history: ['a'] });
    await area.set({ settings: {} });
    expect(listener).toHaveBeenCalledTimes(2);
    stop.abort();
    await area.set({ history: ['b'] });
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('the store of an ordinary window', () => {
  it('is the store itself', async () => {
    const { disk, area } = open(false);
    await area.set({ history: ['a'] });
    await area.remove(['dock-layouts']);
    expect(await disk.read()).toEqual({ history: ['a'], settings: { region: 'NO' } });
    expect(await area.read()).toEqual(await disk.read());
  });

  it('reports changes from the moment it is watched, however late it is known what kind it is', async () => {
    const { disk, area } = open(false);
    const listener = vi.fn();
    area.watch(listener, new AbortController().signal);
    await area.read();
    await disk.set({ settings: {} });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('the store of a window of which nobody can say what kind it is', () => {
  it('writes nothing', async () => {
    const disk = memoryArea(STORED);
    const storage = { local: disk, sync: memoryArea(), managed: memoryArea() };
    const { local } = privateStorage(storage, () => Promise.reject(new Error('gone')));
    await expect(local.set({ history: ['secret'] })).rejects.toThrow('gone');
    expect(await disk.read()).toEqual(STORED);
  });
});
