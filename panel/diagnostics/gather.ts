import type { Meeting } from '../../protocol/meeting';
import { chatFor, readConfig } from '../../settings/chat/config';
import { fillTemplate } from '../../settings/chat/template';
import type { PanelContext } from '../state/context';
import { forbidsFraming } from '../state/framing';
import type { ChatFact, Facts } from './facts';
import { askFraming, type Framing, mayFrame } from './framing';

/** Creates what gathers the facts of a moment. */
export function createGatherer(context: PanelContext): () => Promise<Facts> {
  const { store, storage, loadSiteServices, version } = context;

  return async () => {
    const meeting = store.meeting.peek();
    const here = store.site.peek();
    const site = await loadSiteServices?.();
    const address = await site?.address();
    return {
      hasPeer: store.page.peek() !== undefined,
      address,
      isOtherVersion: store.isOtherVersion.peek(),
      site: here,
      mode: store.mode.peek(),
      meeting,
      framing: await framingOfMeeting(meeting, here),
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

/** Asks at the meeting's own address: what a site says of one path, it need not say of another. */
const framingOfMeeting = async (meeting: Meeting | undefined, by: string): Promise<Framing> =>
  meeting?.plugin.name === 'waiting' && meeting.address?.startsWith('http')
    ? askFraming(meeting.address, (headers, framed) => mayFrame(headers, framed, by))
    : 'unknown';

const letsPanel = (headers: Headers): boolean => !forbidsFraming(headers, location.protocol);
