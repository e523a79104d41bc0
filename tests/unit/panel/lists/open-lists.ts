import { vi } from 'vitest';
import { aMeeting, eventually, openPanel, press, rendered, the, value } from '../fixture';

const destination = () => the<HTMLInputElement>('textbox', 'Destination');

/** Pastes into Destination, as a person does; resolves with whether the browser was to paste it there. */
export async function paste(text: string): Promise<boolean> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
  const isLeftAlone = destination().dispatchEvent(event);
  await rendered();
  return isLeftAlone;
}

/** Opens the panel beside a meeting, with what it does beside being shown. */
export async function open() {
  const panel = openPanel();
  await panel.receive(aMeeting());
  await vi.dynamicImportSettled();
  return panel;
}

export const lines = () => value('textbox', 'Destinations');

/** What the panel reports about the list. */
export const runSays = () => document.querySelector('.run-says')?.textContent;

/** Brings *Many* to the front. */
export const toLists = async () => {
  await press('tab', 'Many');
  await eventually(() => the('textbox', 'Destinations'));
};
