import { describe, expect, test } from 'vitest';
import { PREVIEW_VIEWS } from '../../panel/preview/preview-views';
import { browsers } from './harness/browser';
import { framedPreview } from './support/framed-preview';
import { dialRooms, lookFor, pauseInNarrow } from './support/long-list';
import { lookNarrow } from './support/narrow-rules';

const HEIGHT = 640;

describe.each(browsers)('a long list on a small screen, in $name', ({ launch }) => {
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

  /** Shows a view of the preview. */
  const showNamed = async (name: string) => {
    const { state, stored, steps = [] } = PREVIEW_VIEWS.find((each) => each.name === name) ?? {};
    if (!state) throw new Error(`No view is named ${name}.`);
    await show({ state, ...(stored && { stored }) }, HEIGHT);
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
