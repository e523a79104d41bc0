import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest, Surface } from '../harness/browser';
import { eventually } from '../harness/eventually';

/** Waits until the browser has saved a file of this name, and reads it. */
export const savedFile = ({ downloadDir }: BrowserUnderTest, name: string): Promise<string> =>
  eventually(`${name} to be saved`, async () => {
    const text = readFileSync(join(downloadDir, name), 'utf8');
    // Browsers make the file before they write it.
    return text === '' ? { seen: 'an empty file' } : { done: { value: text } };
  });

/**
 * Chooses a file in the field with this id. The chooser itself is the browser's, and beyond a test's reach.
 */
export const chooseFile = (
  surface: Surface,
  id: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> =>
  surface.evaluate(
    (fieldId, fileName, base64) => {
      const field = document.getElementById(fieldId);
      if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field #${fieldId}.`);
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], fileName));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    id,
    name,
    Buffer.from(content).toString('base64'),
  );
