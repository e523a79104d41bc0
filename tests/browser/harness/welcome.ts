import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether an extension shows a page after its installation. It would come in front of whatever a test
 * opens.
 */
export const hasWelcome = (extensionDir: string | undefined): boolean =>
  extensionDir !== undefined && existsSync(join(extensionDir, 'options.html'));
