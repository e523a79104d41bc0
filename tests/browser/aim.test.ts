import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { dial, rowsOf, seeRow, setSettings } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { IMPOSTOR_FRAME, impostorPage } from './support/impostor';
import { type ServedPage, servePage } from './support/page';
import { openBeside, openBesideSeedPlugin, openPanel, seeStatus } from './support/panel';
import { openView } from './support/views';

const ALIAS = 'qa.meeting';

describe.each(browsers)(
  'attack: another meeting takes the place of the one that was pressed for, in $name',
  (candidate) => {
    let fixture: Fixture;
    const tabs: Tab[] = [];
    const pages: ServedPage[] = [];

    beforeAll(async () => {
      fixture = await createFixture(candidate);
    });
    afterEach(async () => {
      for (const tab of tabs.splice(0)) await tab.close();
      for (const page of pages.splice(0)) page.close();
    });
    afterAll(() => fixture?.close());

    const serve = async (html: string) => {
      const page = await servePage(html);
      pages.push(page);
      return page.url;
    };
    const iframe = (src: string, id = '') =>
      `<iframe title="Frame" ${id && `id="${id}"`} src="${src}" width="600" height="300"></iframe>`;
    const portal = (...frames: string[]) =>
      serve(`<!doctype html><meta charset="utf-8"><title>Portal</title>${frames.join('')}`);
    const dialed = ({ meeting }: Fixture, alias = ALIAS) =>
      meeting.node.conference(alias).dials.map(({ destination }) => destination);
    const seeText = (panel: Surface, says: RegExp) =>
      panel.waitFor('the text', (source) => new RegExp(source).test(document.body.innerText), says.source);
    const heard = async (tab: Tab, ...frames: string[]) => {
      const fake = await tab.frame(...frames, IMPOSTOR_FRAME);
      return fake.evaluate(() => Reflect.get(window, 'heard') as string[]);
    };
    const lead = (tab: Tab, src: string) =>
      tab.evaluate((to) => {
        const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
        if (frame) frame.src = to;
      }, src);

    test('a list waits while another tab with a meeting is in front', async () => {
      const { tab, panel } = await openBeside(fixture);
      tabs.push(tab);
      await setSettings(panel, { perMinute: 1 });
      await openView(panel, 'Many');
      await panel.fill('textbox', 'Destinations', 'alice@list.example.com\nbob@list.example.com');
      await panel.click('button', 'Dial all');
      await seeText(panel, /Call limit reached/);
      const other = await fixture.browser.open(fixture.meeting.embeddingUrl('other.meeting'));
      tabs.push(other);
      await (await other.frame('#webapp3')).see('button', 'Open Chat');
      const beside = await openPanel(other);
      await seeText(beside, /Paused\. The meeting “qa\.meeting/);
      await setSettings(beside, { perMinute: 0 });
      await tab.bringToFront();
      await seeText(panel, /2 of 2 joined/);
      expect(dialed(fixture)).toEqual(['alice@list.example.com', 'bob@list.example.com']);
      expect(dialed(fixture, 'other.meeting')).toEqual([]);
      await setSettings(panel, {});
    });

    test('a question about a number names its meeting, and closes with it', async () => {
      const url = fixture.meeting.directUrl('premium');
      const tab = await fixture.browser.open(await portal(iframe(url, 'webapp3')));
      tabs.push(tab);
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      const panel = await openPanel(tab);
      await setSettings(panel, { region: 'NO', confirmPremium: true });
      await openView(panel, 'Dial out');
      await dial(panel, '+4782012345');
      await panel.see('dialog', anyName, ({ text }) => text.includes('premium – 127.0.0.1'));
      await tab.evaluate((src) => {
        document.querySelector('#webapp3')?.remove();
        const other = document.createElement('iframe');
        other.id = 'webapp3';
        other.src = src;
        document.body.append(other);
      }, fixture.meeting.directUrl('instead'));
      await seeText(panel, /The meeting “premium – 127\.0\.0\.1.*” is no longer there/);
      expect(await panel.find('dialog', anyName)).toBeUndefined();
      await seeStatus(panel, 'In the meeting');
      expect([...dialed(fixture, 'premium'), ...dialed(fixture, 'instead')]).toEqual([]);
      await setSettings(panel, {});
    });

    test('a queue ends with the meeting that the frame showed', async () => {
      const silent = await fixture.another({
        brandingDir: doubleOf('tests/browser/doubles/seed-plugin.ts'),
        behavior: { edition: 'classic', joinedAt: 'answer' },
      });
      const { tab, panel } = await openBesideSeedPlugin(silent);
      tabs.push(tab);
      await openView(panel, 'Dial out');
      await dial(panel, 'noanswer@example.com');
      await seeRow(panel, 'noanswer@example.com', /Calling|Ringing/);
      await dial(panel, 'bob@example.com');
      await seeRow(panel, 'bob@example.com', /Queued/);
      await lead(tab, await serve(impostorPage({ alias: ALIAS, insists: true })));
      await seeStatus(panel, 'In the meeting');
      await panel.see('combobox', 'Meeting');
      expect(await heard(tab, '#webapp3')).not.toContain('dial-out');
      // Back again, the calls of before are where they were: in a meeting that is not there any more.
      await lead(tab, silent.meeting.directUrl());
      await (await tab.frame('#webapp3')).see('button', /^(Open|Close) Chat$/);
      expect(dialed(silent)).toEqual(['noanswer@example.com']);
      expect((await rowsOf(panel)).filter((row) => /bob.*(Queued|Calling|Joined)/.test(row))).toEqual([]);
    });

    test.each(['by the page', 'by itself'])(
      'another site in the meeting’s frame, led there %s, is asked for no calls',
      async (by) => {
        const { tab, panel, meeting } = await openBeside(fixture);
        tabs.push(tab);
        await openView(panel, 'Dial out');
        // The one before is still being called.
        const destination = `noanswer@${by.replaceAll(' ', '-')}.example.com`;
        await dial(panel, destination);
        await seeRow(panel, destination, /Calling|Ringing/);
        const url = await serve(
          impostorPage({
            alias: ALIAS,
            features: ['call-status', 'request-id', 'hang-up'],
            insists: true,
          }),
        );
        if (by === 'by the page') await lead(tab, url);
        else {
          await meeting.evaluate((to) => void setTimeout(() => location.assign(to)), url);
        }
        const fake = await tab.frame('#webapp3', IMPOSTOR_FRAME);
        await fake.waitFor('the answer to ready', () =>
          Reflect.get(window, 'heard').includes('toggle-chat-badge'),
        );
        await seeStatus(panel, 'In the meeting');
        expect(await heard(tab, '#webapp3')).not.toContain('call-status');
        await seeText(panel, /This meeting is no longer|Meeting 2|noanswer/);
      },
    );

    test('a frame that calls itself the meeting isn’t the default, and its host is shown', async () => {
      const advert = `${await serve(impostorPage({ alias: ALIAS }))}webapp3/m/qa.meeting`;
      const url = fixture.meeting.directUrl(ALIAS, '/sales/m/');
      const tab = await fixture.browser.open(await portal(iframe(url), iframe(advert)));
      tabs.push(tab);
      await (await tab.frame(`iframe[src="${url}"]`)).see('button', 'Open Chat');
      const panel = await openPanel(tab, 'Several meetings on this page');
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@advert.example.com');
      await seeText(panel, /Nothing was dialed\. Select a meeting/);
      const hosts = [new URL(url).host, new URL(advert).host];
      const { options, value } = await panel.evaluate(([own = '']) => {
        const select = document.querySelector<HTMLSelectElement>('select.alias');
        const all = [...(select?.options ?? [])];
        return {
          options: all.map(({ text }) => text),
          value: all.find(({ text }) => text.includes(own))?.value,
        };
      }, hosts);
      for (const host of hosts) expect(options.filter((text) => text.includes(host))).toHaveLength(1);
      await panel.select('combobox', 'Meeting', value ?? '');
      await seeStatus(panel, 'In the meeting');
      await panel.click('button', 'Dial');
      await seeRow(panel, 'alice@advert.example.com', /Joined/);
      expect(dialed(fixture)).toContain('alice@advert.example.com');
      expect(await heard(tab, `iframe[src="${advert}"]`)).not.toContain('dial-out');
    });

    test('the one that the page names is the default beside such a frame', async () => {
      const advert = await serve(impostorPage({ alias: ALIAS }));
      const tab = await fixture.browser.open(
        await portal(iframe(fixture.meeting.directUrl(), 'webapp3'), iframe(advert, 'advert')),
      );
      tabs.push(tab);
      await (await tab.frame('#webapp3')).see('button', 'Open Chat');
      const panel = await openPanel(tab);
      // It has spoken before the peer came, and is not greeted on a page that names its meeting.
      await (await tab.frame('#advert', IMPOSTOR_FRAME)).evaluate(() => Reflect.get(window, 'act')());
      await panel.see('combobox', 'Meeting');
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@named.example.com');
      await seeRow(panel, 'alice@named.example.com', /Joined/);
      expect(dialed(fixture)).toContain('alice@named.example.com');
      expect(await heard(tab, '#advert')).not.toContain('dial-out');
    });
  },
);
