// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { PeopleCount } from '../../../../protocol/meeting';
import { aMeeting, openPanel, spoken } from '../fixture';

const SAID = 'Someone is waiting or has raised a hand';
const NOBODY: PeopleCount = { total: 4, waiting: 0, raised: 0 };

let panel: ReturnType<typeof openPanel>;
beforeEach(async () => {
  panel = openPanel();
  await vi.dynamicImportSettled();
});
const receive = (over: Partial<PeopleCount>, load = 0) =>
  panel.receive(aMeeting({ people: { ...NOBODY, ...over }, load }));

it('says once that somebody waits, however many hands go up', async () => {
  await receive({});
  await receive({ waiting: 1 });
  expect(spoken()).toEqual([SAID]);
  for (let raised = 1; raised < 20; raised += 1) await receive({ waiting: 1, raised });
  expect(spoken()).toEqual([SAID]);
});

it('says nothing of who waited before the panel was opened, or in the load before', async () => {
  await receive({ raised: 1 });
  await receive({ raised: 2 });
  await receive({});
  await receive({ raised: 1 }, 1);
  expect(spoken()).toEqual([]);
});
