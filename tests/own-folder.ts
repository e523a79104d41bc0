import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

/**
 * Has a run keep its temporary files in one folder, which goes with it: those of browsers that were ended by
 * force, too.
 */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'external-chat-tests-'));
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
