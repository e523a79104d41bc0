import { askBackground } from './ask-background';
import { browser } from './browser';
import { ofWindow, panelArea } from './panel-area';

/** Where a panel leaves what the panel that comes after it is to have. */
type Area = Pick<ReturnType<typeof panelArea>, 'read' | 'write'>;

/**
 * A panel on a page cannot read its tab, and in Firefox has no store but the disk: the background writes for
 * it.
 */
const throughBackground: Area = {
  read: async () => Object(await askBackground({ type: 'panel-memory-asked' })),
  write: async (name, value) => void (await askBackground({ type: 'panel-memory', name, value })),
};

const areaHere = async (): Promise<Area> =>
  window.parent === window ? panelArea(ofWindow((await browser.windows.getCurrent()).id)) : throughBackground;

/** Returns what the panels before this one have left, with the way to leave something for the next. */
export async function openMemory() {
  const area = await areaHere();
  const kept = new Map(Object.entries(await area.read()));
  const waiting = new Map<string, unknown>();
  let isWriting = false;
  /** One after the other, and of each the newest: what is typed changes faster than it is written. */
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    for (const [name, value] of waiting) {
      waiting.delete(name);
      // Where there is no room, the panel itself goes on.
      await area.write(name, value).catch((error: unknown) => console.info('Not kept:', error));
    }
    isWriting = false;
  };
  return {
    get: (name: string): unknown => kept.get(name),
    keep(name: string, value: unknown) {
      if (value === undefined && !kept.has(name)) return;
      if (value === undefined) kept.delete(name);
      else kept.set(name, value);
      waiting.set(name, value);
      void write();
    },
  };
}
