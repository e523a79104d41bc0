// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../protocol/meeting';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, byId, eventually, openPanel, press, type } from '../fixture';

const text = () => byId('root').textContent;
const PREMIUM = '+4782012345';

describe('attack: the meeting goes while a question about a number stands', () => {
  let panel: ReturnType<typeof openPanel>;

  beforeEach(async () => {
    const storage = memoryStorage();
    const value = { ...DEFAULT_SETTINGS, region: 'NO', confirmPremium: true };
    await storage.local.set({ [SETTINGS.key]: { version: SETTINGS.version, value } });
    panel = openPanel(storage);
    await panel.receive(aMeeting());
    await type('Destination', PREMIUM);
    await press('button', 'Dial');
    await eventually(() => expect(document.querySelector('dialog')).not.toBeNull());
  });
  const dialed = () => panel.sent.filter((request) => request.type === 'dial');

  it('names the meeting with its host', () => {
    expect(document.querySelector('dialog')?.textContent).toContain('qa.meeting – meet.example.com');
  });

  it('dials into the meeting that was shown, also if another one comes meanwhile', async () => {
    const advert = aMeeting({ id: 'm2', host: 'ads.example', recognised: true, named: true });
    await panel.receive(advert, aMeeting());
    await press('button', 'Dial', document.querySelector('dialog') ?? undefined);
    await eventually(() => expect(dialed()).toMatchObject([{ page: 1, meeting: 'm1', load: 0 }]));
  });

  it.each<{ name: string; page?: number; meetings: Meeting[] }>([
    { name: 'the meeting is gone', meetings: [] },
    { name: 'its frame has left the page', meetings: [aMeeting({ present: false })] },
    { name: 'its frame was loaded anew', meetings: [aMeeting({ load: 1 })] },
    { name: 'its plugin is gone', meetings: [aMeeting({ plugin: { name: 'waiting' } })] },
    { name: 'another is in its place', meetings: [aMeeting({ id: 'm2' })] },
    { name: 'another tab is in front, whose meeting has the same id', page: 2, meetings: [aMeeting()] },
  ])('closes and dials nowhere if $name', async ({ page = 1, meetings }) => {
    await panel.sayOn(page, ...meetings);
    await eventually(() => expect(document.querySelector('dialog')).toBeNull());
    await eventually(() => expect(text()).toContain('“qa.meeting – meet.example.com” is no longer there'));
    await panel.receive(aMeeting());
    expect(all('dialog')).toEqual([]);
    expect(dialed()).toEqual([]);
  });
});

it('a call that the peer refuses says so where it was pressed', async () => {
  const panel = openPanel();
  await panel.receive(aMeeting());
  await type('Destination', 'alice');
  await press('button', 'Dial');
  await eventually(() => expect(panel.sent).toHaveLength(1));
  const [dial] = panel.sent;
  await panel.sayWith({ refused: dial && 'call' in dial ? [dial.call] : [] }, aMeeting());
  await eventually(() => expect(text()).toContain('The meeting was no longer there'));
});
