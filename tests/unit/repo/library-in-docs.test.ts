import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectOptions } from '../../../host/options';
import { people } from '../../../host/people';
import { afterTask, FEATURES, MEET, openHostPage } from '../host/host-page';
import { blockWith } from './support/documents';

const DOCUMENT = 'docs/integrate/host-page.md';

/** Returns the example with this text, without its imports. */
const exampleWith = (text: string): string => blockWith(DOCUMENT, text).code.replace(/^import .*\n/gm, '');

/** Runs an example in a page that has the library, and returns what it logs. */
function run(code: string) {
  const said: unknown[][] = [];
  const opened: ReturnType<typeof openHostPage>[] = [];
  const connectMeeting = (_iframe: unknown, options?: ConnectOptions) => {
    const page = openHostPage(options, `${MEET}/webapp3/m/qa`);
    opened.push(page);
    return page.meeting;
  };
  const context = createContext({
    connectMeeting,
    people,
    document: { querySelector: () => null },
    console: { log: (...words: unknown[]) => said.push(words) },
  });
  const evaluate = (script: string): unknown => runInContext(script, context);
  if (!code.includes('connectMeeting(')) evaluate('const meeting = connectMeeting();');
  evaluate(code);
  const [page] = opened;
  if (!page) throw new Error('The example does not connect.');
  return { page, said, evaluate };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe(`an example in ${DOCUMENT}`, () => {
  it('dials, and reports how the call goes', async () => {
    const { page, said, evaluate } = run(exampleWith('function invite'));
    page.join();
    evaluate("invite('alice@example.com')");
    await afterTask();
    const request = { destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' };
    expect(page.sent('dial-out')).toMatchObject([request]);
    const { requestId } = page.sent('dial-out')[0] as unknown as { requestId: string };
    page.send('dial-out-progress', { requestId, uuid: 'u1', state: 'ringing' });
    page.send('dial-out-success', { requestId, uuid: 'u1', displayName: 'Alice' });
    await afterTask();
    expect(said).toEqual([['calling'], ['ringing'], ['joined'], ['Alice joined']]);
  });

  it('reports why a call was refused', async () => {
    const { page, said, evaluate } = run(exampleWith('function invite'));
    page.join();
    evaluate("invite('alice@example.com')");
    await afterTask();
    const { requestId } = page.sent('dial-out')[0] as unknown as { requestId: string };
    page.send('dial-out-error', { requestId, message: 'Call was refused' });
    await afterTask();
    expect(said.at(-1)).toEqual(['refused', 'Call was refused', expect.stringMatching(/\w/)]);
  });

  it('lists people, mutes one of them, and reports a refusal', () => {
    const { page, said, evaluate } = run(exampleWith('function mute'));
    page.join('qa', [...FEATURES, 'roster']);
    page.send('roster', { participants: [{ uuid: 'u1', displayName: 'Alice' }] });
    evaluate("mute('u1')");
    expect(page.sent('mute')).toMatchObject([{ participantUuid: 'u1', muted: true }]);
    page.send('action-error', { request: 'mute', message: 'Not a host' });
    expect(said).toEqual([[['Alice']], ['mute: Not a host']]);
  });
});
