import { describe, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { browsers } from './harness/browser';
import { framedPreview } from './support/framed-preview';
import { dialRooms, lookFor, pauseInNarrow } from './support/long-list';
import { lookNarrow } from './support/narrow-rules';
import { recordShifts } from './support/shifts';

const HEIGHT = 640;

/** Runs in the panel, as do the next two. The calls below the list have their own rules. */
function showListAlone(): void {
  document.querySelector<HTMLElement>('.calls')?.style.setProperty('display', 'none');
  scrollTo(0, 0);
}

function hangUpAll(): boolean {
  const button = document.querySelector<HTMLButtonElement>('.run-head button:enabled');
  if (button?.textContent !== 'Hang up all') return false;
  button.click();
  return true;
}

const hasEnded = (count: number): boolean =>
  document.querySelectorAll('.lists tr.result-unanswered').length === count;

/** Runs in the page around the panel. */
const widthsIn = (selectors: readonly string[]): (number | undefined)[] =>
  selectors.map(
    (selector) =>
      document.querySelector('iframe')?.contentDocument?.querySelector(selector)?.getBoundingClientRect()
        .width,
  );

/** How wide the progress is with no text, and with its longest one. */
const widthsOfProgress = (): number[] => {
  const text = document
    .querySelector('iframe')
    ?.contentDocument?.querySelector<HTMLElement>('.run-progress span');
  return ['', text?.dataset.room ?? 'has no room'].map((each) => {
    if (text?.firstChild) text.firstChild.textContent = each;
    return text?.getBoundingClientRect().width ?? 0;
  });
};

describe.each(browsers)('a long list on a small screen, in $name', ({ name, launch }) => {
  const { tab, show } = framedPreview(launch);

  test('shows how far it has come and what stops it from the moment that it is dialed', async () => {
    await show({ state: 'ready' }, HEIGHT);
    const sights = await tab().evaluate(dialRooms, 30);
    expect(sights).toMatchObject({
      progress: { isInSight: true },
      stop: { isInSight: true },
      later: { isInSight: true },
    });
  });

  test('moves nothing as it says why it waits', async () => {
    await show({ state: 'ready' }, HEIGHT);
    await tab().evaluate(dialRooms, 30);
    const { before, after } = await tab().evaluate(pauseInNarrow, 200);
    expect(before).toHaveLength(3);
    expect(after).toEqual(before);
  });

  test.each([320, 420])('moves nothing as it ends by itself, %i px wide', async (width) => {
    const panel = await show({ state: 'errors' }, HEIGHT, width);
    await tab().evaluate(dialRooms, 2);
    await panel.evaluate(showListAlone);
    const takeShifts = await recordShifts(panel, name);
    const hangUp = async (ended: number) => {
      await panel.waitFor('a call to hang up', hangUpAll);
      await panel.waitFor('its outcome', hasEnded, ended);
    };
    await takeShifts();
    await hangUp(1);
    await hangUp(2);
    await panel.see('button', 'Dial the failed ones again');
    expect(await takeShifts()).toEqual([]);
  });

  test.each(['en', 'ar'])('has the reason of a failure in the full width, in %s', async (language) => {
    await showNamed('list-run', language);
    const [reason, table] = await tab().evaluate(widthsIn, ['.reason td', '.results']);
    expect(reason).toBe(table);
  });

  test.each(['en', 'ar'])('has room for its last progress from the beginning, in %s', async (language) => {
    await showNamed('list-run', language);
    const [empty = 0, full] = await tab().evaluate(widthsOfProgress);
    expect(empty).toBeGreaterThan(20);
    expect(full).toBe(empty);
  });

  /** Shows a view of the preview. */
  const showNamed = async (view: string, language = 'en') => {
    const { state, stored, steps = [] } = PREVIEW_VIEWS.find((each) => each.name === view) ?? {};
    if (!state) throw new Error(`No view is named ${view}.`);
    await show({ language, state, ...(stored && { stored }) }, HEIGHT);
    await tab().evaluate(lookNarrow, steps, [320]);
  };

  test('has what dials it in sight, however many presets there are', async () => {
    await showNamed('lists-many-presets');
    const actions = ['.lists button[type="submit"]', '.list-actions button:not([type="submit"])'];
    expect(await tab().evaluate(lookFor, '.list-presets', actions)).toEqual([true, true]);
  });

  test('is asked about with the question, the meeting and the buttons in sight', async () => {
    await showNamed('asked-about-many');
    const asked = ['#confirm-text', '#confirm-meeting', 'dialog .primary', 'dialog .actions > :last-child'];
    expect(await tab().evaluate(lookFor, 'dialog[open] li', asked)).toEqual([true, true, true, true]);
  });
});
