import { describe, expect, it, vi } from 'vitest';
import { connectMeeting } from '../../../host';
import { MEET, openHostPage } from './host-page';

describe('what connectMeeting throws', () => {
  it.each([
    [null, 'No iframe.'],
    [undefined, 'No iframe.'],
    [{ src: 'https://meet.example.com/' }, 'No iframe.'],
  ])('names a target that is %s', (target, message) => {
    expect(() => connectMeeting(target as unknown as Window)).toThrow(
      expect.objectContaining({ code: 'bad-target', message, advice: 'Pass an iframe of the page, once.' }),
    );
  });

  it('refuses a second connection to an iframe until the first is closed', () => {
    const page = openHostPage();
    const again = () => connectMeeting(page.element as unknown as HTMLIFrameElement);
    expect(again).toThrow(expect.objectContaining({ code: 'bad-target', message: 'Already connected.' }));
    page.send('ready');
    expect(page.sent('toggle-chat-button-state')).toHaveLength(1);
    page.meeting.close();
    expect(again().ready).toBe(false);
    // The second one is not the first's to end.
    page.meeting.close();
    expect(again).toThrow('Already connected.');
    expect(() => openHostPage()).not.toThrow();
  });

  it('refuses one to the window of an iframe that is connected, and the other way round', () => {
    const { element, webapp3, meeting } = openHostPage();
    const byWindow = () => connectMeeting(webapp3 as unknown as Window);
    const byElement = () => connectMeeting(element as unknown as HTMLIFrameElement);
    expect(byWindow).toThrow('Already connected.');
    meeting.close();
    const direct = byWindow();
    expect(byElement).toThrow('Already connected.');
    direct.close();
    expect(byElement).not.toThrow();
  });

  it('refuses one by another copy of the library', async () => {
    const page = openHostPage();
    vi.resetModules();
    const copy = await import('../../../host');
    expect(copy.connectMeeting).not.toBe(connectMeeting);
    const again = () => copy.connectMeeting(page.element as unknown as HTMLIFrameElement);
    expect(again).toThrow(expect.objectContaining({ code: 'bad-target', message: 'Already connected.' }));
    page.send('ready');
    expect(page.sent('toggle-chat-button-state')).toHaveLength(1);
    page.meeting.close();
    expect(again).not.toThrow();
  });

  it('leaves an iframe free whose signal was aborted before', () => {
    const { element } = openHostPage({ signal: AbortSignal.abort() });
    expect(() => connectMeeting(element as unknown as HTMLIFrameElement)).not.toThrow();
  });

  it.each([
    ['another origin', 'https://other.example.com', MEET],
    ['an address', `${MEET}/webapp3/`, MEET],
    ['a host alone', 'meet.example.com', MEET],
    ['any origin', '*', MEET],
  ])('names the right origin for %s', (_name, origin, right) => {
    expect(() => openHostPage({ origin })).toThrow(
      expect.objectContaining({
        code: 'bad-origin',
        message: `The origin of Web App 3 is ${right}, not "${origin}".`,
        advice: 'Pass its scheme and host.',
      }),
    );
  });

  it.each([
    '*',
    'null',
    '',
    'https://meet.example.com/',
    'HTTPS://MEET.EXAMPLE.COM',
    'ftp://meet.example.com',
  ])('shows what an origin looks like where the iframe does not show it, for %j', (origin) => {
    expect(() => openHostPage({ origin }, '/join')).toThrow(
      expect.objectContaining({ code: 'bad-origin', message: expect.stringContaining(`like ${MEET}`) }),
    );
  });
});
