import { askBackground } from './ask-background';
import { browser } from './browser';
import { ofTab, ofWindow, panelArea } from './panel-area';

/** Under this name in a panel's memory stands the view that a notification or a key leads to. */
const NAME = 'asked-view';

/** Leaves word for the next panel of an owner. */
export const leaveView = (owner: string, view: string): Promise<void> => panelArea(owner).write(NAME, view);

/** Leaves word for the side panel of a window and for the panel on the page of a tab. */
export async function askForView(
  { tabId, windowId }: { tabId: number; windowId: number },
  view: string,
): Promise<void> {
  for (const owner of [ofWindow(windowId), ofTab(tabId)]) await leaveView(owner, view);
}

/**
 * Calls `listener` with the view that was asked for before this panel opened and, in a side panel, whenever
 * one is asked for, until `stop` aborts.
 */
export function onViewAsked(listener: (view: string) => void, stop: AbortSignal): void {
  if (window.parent === window) void followArea(listener, stop);
  else void takeThroughBackground(listener);
}

async function followArea(listener: (view: string) => void, stop: AbortSignal): Promise<void> {
  const { onChanged } = browser.storage.session;
  const area = panelArea(ofWindow((await browser.windows.getCurrent()).id));
  const take = async () => {
    const view = (await area.read())[NAME];
    if (stop.aborted || typeof view !== 'string') return;
    await area.write(NAME, undefined);
    listener(view);
  };
  const onChange = (changes: object) => {
    if (Object.keys(changes).some((key) => key.endsWith(`.${NAME}`))) void take();
  };
  onChanged.addListener(onChange);
  stop.addEventListener('abort', () => onChanged.removeListener(onChange));
  await take();
}

/** Browsers keep documents in pages out of that store. */
async function takeThroughBackground(listener: (view: string) => void): Promise<void> {
  const view: unknown = Reflect.get(Object(await askBackground({ type: 'panel-memory-asked' })), NAME);
  if (typeof view !== 'string') return;
  listener(view);
  await askBackground({ type: 'panel-memory', name: NAME, value: undefined });
}
