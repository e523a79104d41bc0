import type { Traced } from '../../protocol/trace';
import { type Dialect, readAction } from '../../protocol/wire';
import { chatFor, readConfig } from '../../settings/chat/config';
import { fillTemplate } from '../../settings/chat/template';
import type { PanelContext } from '../state/context';
import { followTrace } from '../state/follow-trace';
import { forbidsFraming } from '../state/framing';
import type { ChatFact, Facts } from './facts';
import { askFraming, type Framing, mayFrame } from './framing';

/** How long the page's peer may take to tell what was said before. */
const TRACE_MS = 2000;

/** Begins to listen for how plugins speak, until `stop`, and returns what gathers the facts of a moment. */
export function createGatherer(context: PanelContext, stop: AbortSignal): () => Promise<Facts> {
  const { store, storage, siteServices: site, version } = context;
  const dialects = new Map<string, Dialect>();
  const pages = new Set<number>();
  let onTold = () => {};
  followTrace(
    context,
    (page, entries) => {
      pages.add(page);
      for (const entry of entries) {
        const dialect = dialectOf(entry);
        if (dialect) dialects.set(`${page} ${entry.meeting}`, dialect);
      }
      onTold();
    },
    stop,
  );

  /** Waits until the page in front has told what was said on it. */
  const told = async (page: number) => {
    if (pages.has(page)) return;
    await new Promise<void>((resolve) => {
      onTold = () => pages.has(page) && resolve();
      setTimeout(resolve, TRACE_MS);
    });
  };

  return async () => {
    const page = store.page.peek();
    if (page !== undefined && !store.isOtherVersion.peek()) await told(page);
    const meeting = store.meeting.peek();
    const here = store.site.peek();
    const address = await site?.address();
    return {
      hasPeer: page !== undefined,
      address,
      isOtherVersion: store.isOtherVersion.peek(),
      site: here,
      mode: store.mode.peek(),
      meeting,
      framing: await framingOfMeeting(meeting?.plugin.name === 'waiting' ? meeting.origin : undefined, here),
      dialect: meeting && dialects.get(`${page} ${meeting.id}`),
      misshapen: store.dropped.peek().shape ?? 0,
      chat: await chatOf(),
      mayStay: here === '' ? undefined : await site?.mayReach(here),
      version,
    };
  };

  async function chatOf(): Promise<ChatFact> {
    const config = await readConfig(storage);
    const here = store.site.peek();
    const meeting = store.meeting.peek();
    const chat = chatFor(here, config);
    if (!chat) return { kind: 'meeting' };
    const url = fillTemplate(chat.url, {
      alias: meeting?.alias ?? '',
      meetingOrigin: meeting?.origin ?? '',
      pageOrigin: here,
      displayName: config.own.displayName,
    });
    return url === undefined
      ? { kind: 'broken' }
      : { kind: 'own', url, framing: await askFraming(url, letsPanel) };
  }
}

const framingOfMeeting = async (origin: string | undefined, by: string): Promise<Framing> =>
  origin === undefined || origin === by
    ? 'unknown'
    : askFraming(`${origin}/webapp3/`, (headers, framed) => mayFrame(headers, framed, by));

const letsPanel = (headers: Headers): boolean => !forbidsFraming(headers, location.protocol);

function dialectOf({ verdict, data }: Traced): Dialect | undefined {
  if (verdict !== 'accepted') return undefined;
  try {
    const action: unknown = Reflect.get(Object(JSON.parse(data)), 'action');
    return typeof action === 'string' ? readAction(action)?.dialect : undefined;
  } catch {
    return undefined;
  }
}
