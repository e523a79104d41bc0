import { browser } from './browser';
import { patternOf } from './host-pattern';

const SCRIPT = { id: 'title', js: ['title.js'], allFrames: true, runAt: 'document_idle' } as const;

/**
 * Has titles reported (see `title-report.ts`) on the sites of people's own chats, as far as the user has let
 * the extension reach them, and nowhere else: registered anew at every change of either. `readOrigins` gives
 * the sites.
 */
export function keepTitlesReported(readOrigins: () => Promise<readonly string[]>): void {
  /** One after the other: two that overlap would register twice. */
  let last: Promise<void> = Promise.resolve();
  const renew = () => {
    last = last
      .then(async () => register(await readOrigins()))
      .catch((error: unknown) => console.info('No titles of chats:', error));
  };
  // Not the event of all areas: what is typed in a panel is kept in the session's, and would wake the
  // background with every key.
  browser.storage.managed.onChanged.addListener(renew);
  browser.storage.local.onChanged.addListener((changes) => {
    if ('chat' in changes) renew();
  });
  browser.permissions.onAdded.addListener(renew);
  browser.permissions.onRemoved.addListener(renew);
  // An update of the extension takes the scripts away that it had registered.
  browser.runtime.onInstalled.addListener(renew);
  browser.runtime.onStartup.addListener(renew);
}

async function register(origins: readonly string[]): Promise<void> {
  const allowed: string[] = [];
  for (const pattern of new Set(origins.map(patternOf))) {
    if (await browser.permissions.contains({ origins: [pattern] })) allowed.push(pattern);
  }
  const { scripting } = browser;
  const [before] = await scripting.getRegisteredContentScripts({ ids: [SCRIPT.id] });
  if (before) await scripting.unregisterContentScripts({ ids: [SCRIPT.id] });
  if (allowed.length > 0) {
    await scripting.registerContentScripts([{ ...SCRIPT, js: [...SCRIPT.js], matches: allowed }]);
  }
}
