import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSession, type Session } from '../../panel/log/session';
import { readScenario } from '../../panel/scenarios/read';
import { replaySession, toldState } from '../unit/peer/replay-session';
import { until } from '../until';
import { hostilePortal, PREFIX } from './doubles/hostile';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside } from './support/panel';
import { heardBySeedHost, serveSeedHost } from './support/seed-host';
import { serveSeedPage } from './support/seed-page';
import { openView } from './support/views';

const FLOOD = 100_000;

describe.each(browsers)('the log of messages, in $name', (candidate) => {
  let fixture: Fixture;
  let served: ServedPage[];
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    const advert = await servePage('<!doctype html><title>Advert</title><body>Buy.</body>');
    const elsewhere = await servePage('<!doctype html><title>Elsewhere</title><body>Hello.</body>');
    const portal = await servePage(hostilePortal(fixture.meeting.directUrl(), advert.url));
    served = [advert, elsewhere, portal, await serveSeedHost(), await serveSeedPage('about:blank')];
    ({ tab, meeting, panel } = await openBeside(fixture, { url: portal.url }));
    await openView(panel, 'Log');
  });
  afterAll(async () => {
    await fixture?.close();
    for (const page of served ?? []) page.close();
  });

  /** Waits until a row of the log says this. */
  const seeLine = (says: RegExp) => panel.see('option', anyName, ({ text }) => says.test(text));
  const filterBy = async (verdict: string) => panel.select('combobox', 'Result', verdict);
  const lines = async () =>
    (await panel.findAll('option', anyName)).filter(({ text }) => /top|frame/.test(text));
  const say = (frame: Surface, ...messages: object[]) =>
    frame.evaluate((all) => {
      for (const message of all) window.top?.postMessage(message, '*');
    }, messages);
  /** What the panel offers as a file, or copies. */
  const kept = async (button: string): Promise<string> => {
    await panel.evaluate(() => {
      Reflect.set(window, 'kept', undefined);
      URL.createObjectURL = (blob) => {
        void (blob as Blob).text().then((text) => Reflect.set(window, 'kept', text));
        return 'data:,';
      };
      navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'kept', text);
    });
    await panel.click('button', button);
    return panel.waitFor('a file', () => String(Reflect.get(window, 'kept') ?? ''));
  };
  const session = async (): Promise<Session> => {
    const read = readSession(await kept('Save session'));
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };

  test('has what the plugin has said before anybody looked, and how long answers took', async () => {
    await seeLine(/^→.*ready.*Accepted top › iframe#webapp3 › plugin null/);
    await seeLine(/^←.*toggle-chat-button-state.*Sent top › iframe#webapp3 › plugin/);
    await meeting.click('button', 'Open Chat');
    await seeLine(/toggle-chat-button-state.* ms /);
  });

  test('tells why each message was dropped', async () => {
    const plugin = await tab.frame('#webapp3', '#external-chat');
    const advert = await tab.frame('#advert');
    await say(advert, { action: `${PREFIX}ready` }, { type: 'impression' });
    await say(plugin, { action: `${PREFIX}toggle-chat`, active: 'yes' });
    const elsewhere = served[1]?.url ?? '';
    await tab.evaluate((url) => {
      const other = document.createElement('iframe');
      other.id = 'other';
      other.src = `${url}webapp3/m/other`;
      document.body.append(other);
    }, served[0]?.url ?? '');
    const other = await tab.frame('#other');
    await other.waitFor('the advert', () => document.title === 'Advert');
    await other.evaluate((url) => void setTimeout(() => location.assign(url)), elsewhere);
    await other.waitFor('another page', () => document.title === 'Elsewhere');
    await say(other, { action: `${PREFIX}toggle-chat`, active: true });
    await say(
      plugin,
      ...Array.from({ length: 500 }, () => ({ action: `${PREFIX}toggle-chat`, active: true })),
    );

    for (const [verdict, label, says] of [
      ['source', 'wrong sender', /^→.*ready.*Dropped: wrong sender top › iframe#advert http/],
      ['foreign', 'other protocol', /impression.*Dropped: other protocol top › iframe#advert/],
      ['shape', 'invalid', /toggle-chat.*Dropped: invalid top › iframe#webapp3 › frame \d+ null/],
      ['origin', 'wrong origin', /toggle-chat.*Dropped: wrong origin top › iframe#other http/],
      ['rate', 'too many', /Dropped: too many top › iframe#webapp3/],
    ] as const) {
      await filterBy(verdict);
      await seeLine(says);
      for (const { text } of await lines()) expect(text).toContain(`Dropped: ${label}`);
    }
    await filterBy('shape');
    await panel.click('listbox', 'Messages');
    await panel.press('End');
    await panel.press('Enter');
    await panel.see('region', 'Details', ({ text }) => text.includes('active must be true or false'));
    await filterBy('');
  });

  test('sends what its form makes, and what is wrong only to who insists', async () => {
    await panel.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>('.log-part')) part.open = true;
    });
    await panel.select('combobox', 'Message', 'toggle-chat-badge');
    await panel.select('combobox', 'visible', 'true');
    await panel.select('combobox', 'Simulated fault', 'duplicate');
    await panel.click('button', 'Send');
    await meeting.see('img', 'Unread');
    await panel.select('combobox', 'Simulated fault', 'none');
    await panel.select('combobox', 'Format', 'json');
    await panel.fill(
      'textbox',
      'Message as JSON',
      JSON.stringify({ action: `${PREFIX}toggle-chat-badge`, visible: 0 }),
    );
    await panel.waitFor('a result', () =>
      document.getElementById('send-result')?.textContent?.includes('visible must be true or false'),
    );
    expect((await panel.see('button', 'Send')).disabled).toBe(true);
    await panel.click('checkbox', 'Send anyway');
    await panel.click('button', 'Send');
    await panel.see('status', anyName, ({ text }) => text === 'Sent.');
    await until(async () => {
      const sent = (await session()).entries.filter(
        ({ verdict, data }) => verdict === 'sent' && data.includes('toggle-chat-badge'),
      );
      const said = sent.slice(-3).map(({ data }) => Reflect.get(JSON.parse(data), 'visible'));
      expect(said).toEqual([true, true, 0]);
    });
  });

  test('saves a session that comes to the same states when it is played again', async () => {
    await openView(panel, 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await dial(panel, 'busy@example.com');
    await seeRow(panel, 'busy@example.com', /Failed/);
    await openView(panel, 'Log');
    // The state comes to the panel before the messages that led to it.
    const masked = await until(async () => {
      const saved = await session();
      expect(saved.entries.some(({ data }) => data.includes('dial-out-error'))).toBe(true);
      return saved;
    });
    expect(JSON.stringify(masked)).not.toMatch(/alice|busy@/);
    expect(await kept('Save bug report')).toMatch(
      /`dial-out-success` came 1 times after its question: median \d/,
    );
    await panel.click('switch', 'Hide addresses and names');
    await panel.see('switch', 'Hide addresses and names', ({ checked }) => checked === false);
    const whole = await session();
    for (const each of [masked, whole]) {
      const [state] = replaySession(each);
      expect(toldState(state ?? {}).calls).toHaveLength(2);
      expect(toldState(state ?? {})).toEqual(toldState(each.meetings[0] ?? {}));
    }
    const scenario = readScenario(await kept('Copy as scenario'));
    if (!scenario.ok) throw new Error(scenario.error.join('\n'));
    expect(scenario.value.steps.map((step) => step.do)).toContain('dial');
    expect(scenario.value.variables).toMatchObject({ destination1: 'alice@example.com' });

    await panel.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('#log-open');
      const given = new DataTransfer();
      given.items.add(new File([text], 'recorded.json', { type: 'application/json' }));
      if (input) input.files = given.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, JSON.stringify(whole));
    await panel.see('status', anyName, ({ text }) => text === 'Showing recorded.json');
    await seeLine(/dial-out-success/);
    await panel.click('button', 'Back to this page');
  });

  test(`shows ${FLOOD} messages and keeps the last 2000`, async () => {
    const heap = () =>
      panel.evaluate(() => {
        const memory: unknown = Reflect.get(performance, 'memory');
        return Number(Reflect.get(Object(memory), 'usedJSHeapSize'));
      });
    const before = await heap();
    await tab.evaluate((total) => {
      let said = 0;
      const { port1: turn, port2: next } = new MessageChannel();
      turn.onmessage = () => {
        for (let index = 0; index < 500; index++, said++) window.postMessage({ type: 'junk', said }, '*');
        if (said < total) next.postMessage('');
        else window.postMessage({ type: 'last' }, '*');
      };
      next.postMessage('');
    }, FLOOD);
    await panel.see('option', anyName, ({ text }) => /last.*other protocol/.test(text));
    const after = await heap();
    const { entries } = await session();
    expect(entries).toHaveLength(2_000);
    expect(await panel.evaluate(() => document.querySelectorAll('.log-row').length)).toBeLessThan(60);
    // Only Chromium tells.
    if (!before) return;
    const [from, to] = [before, after].map((bytes) => Math.round(bytes / 1024));
    console.info(`${FLOOD} messages through the inspector: ${from} kB of heap before, ${to} kB after`);
    expect(after - before).toBeLessThan(50 * 1024 * 1024);
  });

  test('stands in for the plugin on a host page without a meeting, with a fault', async () => {
    await tab.navigate(`${served[3]?.url}?meeting=about:blank`);
    panel = await tab.pressIcon();
    await panel.click('button', 'Start');
    await heardBySeedHost(tab, /^ready {"version":"simulator"}$/);
    await panel.select('combobox', 'Send to', 'host');
    await panel.select('combobox', 'Format', 'form');
    await panel.select('combobox', 'Message', 'toggle-chat');
    await panel.select('combobox', 'active', 'true');
    await panel.click('button', 'Send');
    await heardBySeedHost(tab, /^toggle-chat {"active":true}$/);
    await seeLine(/^←.*toggle-chat-button-state.*Accepted top › iframe#external-chat-simulator/);
    await panel.select('combobox', 'Simulated fault', 'malformed');
    await panel.click('button', 'Send');
    await heardBySeedHost(tab, /^toggle-chat {"active":{"wrong":true}}$/);
    await panel.fill('textbox', 'Number of people', '3');
    await panel.click('button', 'Send people');
    await panel.see('status', anyName, ({ text }) => text === '3 people sent.');
    await heardBySeedHost(tab, /^roster .*"Person 3"/);
    await tab.evaluate((action) => {
      const frame = document.querySelector<HTMLIFrameElement>('#external-chat-simulator');
      frame?.contentWindow?.postMessage({ action, participantUuid: 'simulated-3', muted: true }, '*');
    }, `${PREFIX}mute`);
    await heardBySeedHost(tab, /^roster .*"simulated-3"[^}]*"isMuted":true/);
    await panel.click('button', 'Stop');
    await tab.waitFor('no frame', () => document.querySelector('#external-chat-simulator') === null);
  });

  test('speaks from the meeting’s frame to a page that listens to no other', async () => {
    await tab.navigate(served[4]?.url ?? '');
    panel = await tab.pressIcon();
    await panel.select('combobox', 'Send from', 'meeting');
    await panel.click('button', 'Start');
    await tab.waitFor('ready', () => document.querySelector('#heard')?.textContent?.includes('/ready'));
    await panel.click('button', 'Stop');
  });
});
