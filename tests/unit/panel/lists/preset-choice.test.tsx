// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, eventually, openPanel, press } from '../fixture';
import { preset } from '../presets/open-presets';
import { toLists } from './open-lists';

describe('presets in a list', () => {
  const withPresets = (count: number) =>
    memoryStorage({
      sync: Object.assign({}, ...Array.from({ length: count }, (_, at) => preset(`p${at}`, at))),
    });
  const fold = () => document.querySelector<HTMLDetailsElement>('.lists details:has(.list-presets)');

  it('are folded behind how many are selected where there are many', async () => {
    await openPanel(withPresets(12)).receive(aMeeting());
    await toLists();
    await eventually(() => expect(fold()?.open).toBe(false));
    const summary = () => fold()?.querySelector('summary')?.textContent;
    expect(summary()).toBe('Presets: 0 of 12 selected');
    await press('checkbox', 'p3');
    await press('checkbox', 'p7');
    await eventually(() => expect(summary()).toBe('Presets: 2 of 12 selected'));
  });

  it('are shown unfolded if they are few', async () => {
    await openPanel(withPresets(2)).receive(aMeeting());
    await toLists();
    await eventually(() => expect(all('checkbox')).toHaveLength(2));
    expect(fold()).toBeNull();
  });
});
