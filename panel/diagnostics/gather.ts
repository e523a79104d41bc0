import type { Meeting } from '../../protocol/meeting';
import { chatFor, readConfig } from '../../settings/chat/config';
import { fillTemplate } from '../../settings/chat/template';
import { readSites } from '../../settings/sites/sites';
import type { PanelContext } from '../state/context';
import { isInOrdinaryProfile } from '../state/ordinary-profile';
import { reachOf } from '../state/reach';
import type { ChatFact, Facts, Fixed } from './facts';
import { askFraming, type Framing, mayFrame } from './framing';

/** Creates what gathers the facts of a moment. */
export function createGatherer(context: PanelContext): () => Promise<Facts> {
  const { store, storage, loadSiteServices, version } = context;

  return async () => {
    const meeting = store.meeting.peek();
    const here = store.site.peek();
    const site = await loadSiteServices?.();
    const address = await site?.address();
    const isApart = await isInOrdinaryProfile(context);
    return {
      hasPeer: store.page.peek() !== undefined,
      address,
      hasClosedViewers: site?.hasClosedViewers === true,
      isOtherVersion: store.isOtherVersion.peek(),
      site: here,
      mode: store.mode.peek(),
      meeting,
      framing: await framingOfMeeting(meeting, here, isApart),
      misshapen: store.dropped.peek().shape ?? 0,
      chat: await chatOf((origin) => site?.mayReach(origin), isApart),
      fixed: await fixedFor(here),
      mayStay: here === '' ? undefined : await site?.mayReach(here),
      version,
    };
  };

  async function fixedFor(here: string): Promise<Fixed[]> {
    const config = await readConfig(storage);
    const sites = await readSites(storage);
    const chat = chatFor(here, config);
    const { isLocked, chats } = config.managed;
    const isModeSet = sites.managed.some(({ site, mode }) => site === here && mode !== undefined);
    return [
      ...(isLocked || (chat && chats.includes(chat)) ? ['chat' as const] : []),
      ...(sites.isLocked ? ['sites' as const] : []),
      ...(sites.isLocked || isModeSet ? ['mode' as const] : []),
    ];
  }

  async function chatOf(mayReach: MayReach, isApart: boolean): Promise<ChatFact> {
    const config = await readConfig(storage);
    const here = store.site.peek();
    const meeting = store.meeting.peek();
    const chat = chatFor(here, config);
    if (!chat) return { kind: 'meeting' };
    const address = fillTemplate(chat.url, {
      alias: meeting?.alias,
      meetingOrigin: meeting?.origin,
      pageOrigin: here,
      displayName: config.own.displayName,
    });
    if (address.kind === 'wrong') return { kind: 'broken' };
    if (address.kind !== 'url') return address;
    const { url } = address;
    const allowed = await mayReach(new URL(url).origin);
    return { kind: 'own', url, reach: await inTime((signal) => reachOf(url, allowed, signal, isApart)) };
  }
}

type MayReach = (origin: string) => Promise<boolean | undefined> | undefined;

/** How long a site may take to answer the examination. */
export const ANSWER_MS = 10_000;

/** What comes of asking a site; `undefined` if it takes longer. */
function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const late = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(undefined);
      late.abort();
    }, ANSWER_MS);
    ask(late.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Asks at the meeting's own address: what a site says of one path, it need not say of another. */
const framingOfMeeting = async (
  meeting: Meeting | undefined,
  by: string,
  isApart: boolean,
): Promise<Framing> => {
  const address = meeting?.plugin.name === 'waiting' ? meeting.address : undefined;
  if (!address?.startsWith('http')) return 'unknown';
  const lets = (headers: Headers, framed: string) => mayFrame(headers, framed, by);
  return (await inTime((signal) => askFraming(address, lets, signal, isApart))) ?? 'unknown';
};
