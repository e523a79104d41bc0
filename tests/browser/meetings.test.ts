import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { clickSwitch, openView } from './support/views';

describe.each(browsers)('meetings on a page, in $name', (candidate) => {
  let fixture: Fixture;
  const pages: ServedPage[] = [];

  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterAll(async () => {
    await fixture?.close();
    for (const page of pages) page.close();
  });

  const serve = async (html: string) => {
    const page = await servePage(`<!doctype html><meta charset="utf-8"><title>Page</title>${html}`);
    pages.push(page);
    return page.url;
  };
  const iframe = (src: string, id = '') =>
    `<iframe title="Frame" id="${id}" src="${src}" width="600" height="400"></iframe>`;

  test('three at a time: each is dialed, and none hears of the others', async () => {
    const tab = await fixture.browser.open(fixture.meeting.embeddingUrl('qa.meeting', { pages: 3 }));
    const frames = ['#webapp3', '#webapp3-2', '#webapp3-3'];
    for (const selector of frames) await (await tab.frame(selector)).see('button', 'Open Chat');
    const panel = await openPanel(tab);
    const aliases = ['qa.meeting', 'qa.meeting-2', 'qa.meeting-3'];
    for (const [index, alias] of aliases.entries()) {
      const { value } = await panel.see('combobox', 'Meeting');
      const id = value?.replace(/\d+$/, String(index + 1)) ?? '';
      await panel.select('combobox', 'Meeting', id);
      await dial(panel, `guest-${index + 1}@example.com`);
      await panel.see('listitem', anyName, ({ text }) =>
        new RegExp(`guest-${index + 1}@example\\.com.*Joined`).test(text),
      );
      const dialed = fixture.meeting.node.conference(alias).dials.map(({ destination }) => destination);
      expect(dialed).toEqual([`guest-${index + 1}@example.com`]);
    }
    const second = await tab.frame('#webapp3-2');
    await second.click('button', 'Open Chat');
    await second.see('button', 'Close Chat');
    for (const selector of ['#webapp3', '#webapp3-3']) {
      expect(await (await tab.frame(selector)).find('button', 'Open Chat')).toBeDefined();
    }
    await tab.close();
  });

  test('a portal that frames a page that frames Web App 3', async () => {
    const inner = await serve(iframe(fixture.meeting.directUrl('nested'), 'webapp3'));
    const tab = await fixture.browser.open(await serve(iframe(inner, 'portal')));
    const meeting = await tab.frame('#portal', '#webapp3');
    await meeting.see('button', 'Open Chat');
    const panel = await openPanel(tab);
    await panel.see('banner', anyName, ({ text }) => text.includes('claims to be a meeting'));
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    // The button brings it to the front, in its own time.
    await panel.see('tabpanel', 'Chat');
    await openView(panel, 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await tab.close();
  });

  test('one that is added after the icon was pressed, moved, and removed', async () => {
    const tab = await fixture.browser.open(await serve('<div id="a"></div><div id="b"></div>'));
    const panel = await openPanel(tab, 'No meeting on this page');
    await panel.see('button', 'How to start');
    await panel.gone('textbox', 'Destination');
    await panel.gone('button', 'Dial');
    await tab.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'late';
      frame.src = src;
      document.querySelector('#a')?.append(frame);
    }, fixture.meeting.directUrl('late'));
    await seeStatus(panel, 'In the meeting');
    await panel.gone('button', 'How to start');
    await panel.fill('textbox', 'Destination', 'half-late@');
    await clickSwitch(panel, 'Chat');
    const meeting = await tab.frame('#late');
    await meeting.see('button', 'Close Chat');

    await tab.evaluate(() => document.querySelector('#b')?.append(document.querySelector('#late') ?? ''));
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await seeStatus(panel, 'In the meeting');

    await openView(panel, 'Dial out');
    await tab.evaluate(() => document.querySelector('#late')?.remove());
    await seeStatus(panel, 'No meeting on this page');
    await panel.gone('textbox', 'Destination');
    const isKept = () =>
      document.querySelector<HTMLInputElement>('#dial-destination')?.value === 'half-late@';
    expect(await panel.evaluate(isKept)).toBe(true);
    await tab.close();
  });

  test('what the panel says while it gets to know a page moves nothing, also where it lasts', async () => {
    const tab = await fixture.browser.open(await serve('<p>No meeting here.</p>'));
    const panel = await openPanel(tab, 'No meeting on this page');
    await panel.see('banner', anyName, ({ text }) =>
      text.includes('Open a meeting, or a page with a meeting'),
    );
    const [without, atFirst, atLast] = await panel.evaluate(async () => {
      const top = () => document.querySelector('main')?.getBoundingClientRect().top ?? 0;
      const said = document.querySelector('.explanation');
      const place = said?.parentElement;
      said?.remove();
      const tops = [top()];
      if (said) place?.append(said);
      tops.push(top());
      await Promise.all((said?.getAnimations() ?? []).map(({ finished }) => finished));
      return [...tops, top()];
    });
    expect(atFirst).toBe(without);
    expect(atLast).toBe(without);
    await tab.close();
  });

  test('one that is navigated away says so, and comes back as it was', async () => {
    const elsewhere = await serve('<p>Somewhere else.</p>');
    const { tab, meeting, panel } = await openBeside(fixture, { url: fixture.meeting.embeddingUrl('away') });
    await clickSwitch(panel, 'Unread badge');
    await meeting.see('img', 'Unread');
    const navigate = (src: string) =>
      tab.evaluate((to) => {
        const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
        if (frame) frame.src = to;
      }, src);
    await navigate(elsewhere);
    await seeStatus(panel, 'Waiting for the plugin');
    await navigate(fixture.meeting.directUrl('away'));
    await seeStatus(panel, 'In the meeting');
    await meeting.see('img', 'Unread');
    await tab.close();
  });

  test('one whose page opens its document anew', async () => {
    const url = fixture.meeting.directUrl('rewritten');
    const tab = await fixture.browser.open(await serve('<p>Before.</p>'));
    const panel = await openPanel(tab, 'No meeting on this page');
    await tab.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      iframe(url, 'webapp3'),
    );
    await seeStatus(panel, 'In the meeting');
    await tab.close();
  });
});
