// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aMeeting, eventually, openPanel, press, rendered, the } from '../fixture';

beforeEach(() => void vi.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => void vi.restoreAllMocks());

/** The meeting goes, with the focus as browsers take it from what is inert, and comes back. */
async function reload(panel: ReturnType<typeof openPanel>, meanwhile?: () => void) {
  await panel.receive();
  if (document.activeElement?.closest('[inert]')) (document.activeElement as HTMLElement).blur();
  meanwhile?.();
  await panel.receive(aMeeting());
  await rendered();
}

async function open() {
  const panel = openPanel();
  await panel.receive(aMeeting());
  // With what it does beside being shown.
  await vi.dynamicImportSettled();
  return panel;
}

it('gives the focus back to the field that had it', async () => {
  const panel = await open();
  the('combobox', 'Role').focus();
  await reload(panel);
  expect(document.activeElement).toBe(the('combobox', 'Role'));
  await press('tab', 'Many');
  await eventually(() => the('textbox', 'Destinations').focus());
  await reload(panel);
  expect(document.activeElement).toBe(the('textbox', 'Destinations'));
});

it('takes the focus from nobody who has gone elsewhere', async () => {
  const panel = await open();
  the('combobox', 'Role').focus();
  await reload(panel, () => the('tab', 'Dial out').focus());
  expect(document.activeElement).toBe(the('tab', 'Dial out'));
  // Not the next time, either.
  (document.activeElement as HTMLElement).blur();
  await reload(panel);
  expect(document.activeElement).toBe(document.body);
});

it('leaves the focus to the page that has it', async () => {
  const panel = await open();
  the('combobox', 'Role').focus();
  vi.mocked(document.hasFocus).mockReturnValue(false);
  await reload(panel);
  expect(document.activeElement).toBe(document.body);
});
