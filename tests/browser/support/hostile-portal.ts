import type { DemoMeeting } from '../../../meeting/start';
import { hostilePortal } from '../doubles/hostile';
import { type ServedPage, servePage } from './page';

/** Serves a portal that has the meeting in one frame and an ad of another origin in the next. */
export async function serveHostilePortal(meeting: DemoMeeting): Promise<ServedPage> {
  const advert = await servePage('<!doctype html><title>Advert</title><body>Buy.</body>');
  const portal = await servePage(hostilePortal(meeting.directUrl(), advert.url));
  return {
    url: portal.url,
    close: () => {
      portal.close();
      advert.close();
    },
  };
}
