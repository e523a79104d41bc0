/**
 * The panel on a plain page, without an extension: `npx vite panel`, then `/preview/preview.html?state=` and
 * one of those in preview-meetings.ts, `dock` and what follows it in preview-dock.ts, or `options` or
 * `welcome` for those pages; `&stored=nothing` is the first day, `managed` a policy, `damaged` what cannot be
 * read, `trouble` a chat and notifications that do not work, `presets` many presets, `tabs` every tab in the
 * dock, `interrupted` a list of a panel that was closed, `&language=ar` is in Arabic, and `&language=longest`
 * has of each text the longest translation.
 */
import type { Meeting } from '../../protocol/meeting';
import type { PeerConnection } from '../../protocol/panel';
import { mountPanel } from '../app/mount';
import { mountOptions } from '../options/mount';
import { mountWelcome } from '../welcome/mount';
import { PREVIEW_BROWSER } from './preview-browser';
import { applyLanguage } from './preview-language';
import { PREVIEW_MEETINGS } from './preview-meetings';
import { interruptedMemory } from './preview-memory';
import { PREVIEW_CROWD, PREVIEW_PEOPLE } from './preview-people';
import { previewStorage } from './preview-storage';
import { scriptedConnection } from './scripted-connection';

const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'ready';
const stored = query.get('stored');
const storage = previewStorage(stored);
const { signal } = new AbortController();
await applyLanguage(query.get('language') ?? 'en');
const root = document.getElementById('root');
if (root && state === 'welcome')
  mountWelcome(root, { ...PREVIEW_BROWSER, openOptions: () => {} }, storage, signal);
else if (state.startsWith('dock')) await showDock();
else if (root && state === 'options') mountOptions(root, { storage, signal, ...PREVIEW_BROWSER });
else if (root)
  mountPanel(
    root,
    connect(PREVIEW_MEETINGS[state]),
    {
      signal,
      storage,
      startSimulator: async () => 'no-frame',
      openOptions: () => {},
      openHelp: () => {},
      loadSiteAccess: async () => PREVIEW_BROWSER.siteAccess,
      ...(stored === 'interrupted' && { loadMemory: async () => interruptedMemory() }),
      // It may ask for every host, so that a chat without an answer is known to be out of reach.
      ...(stored === 'trouble' && {
        loadSiteServices: async () => ({
          address: async () => undefined,
          mayReach: async () => true,
          ask: undefined,
          hasClosedViewers: false,
        }),
      }),
    },
    stored === 'interrupted' ? 'people' : undefined,
  );

function connect(meetings: readonly Meeting[] = []): PeerConnection {
  return scriptedConnection(meetings, state === 'crowd' ? PREVIEW_CROWD : PREVIEW_PEOPLE);
}

/** Its style is for the whole document, so it is loaded for the dock alone. */
async function showDock(): Promise<void> {
  const { previewDock } = await import('./preview-dock');
  await previewDock(connect(PREVIEW_MEETINGS[state] ?? PREVIEW_MEETINGS.chat), storage, state);
}
