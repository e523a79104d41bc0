import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from './digest';

/** A build that tests read. */
export interface Step {
  name: string;
  /** Files that the build depends on. */
  inputs: readonly string[];
  /** Files and folders that the build leaves. */
  outputs: readonly string[];
  make(): Promise<void>;
}

interface Stamp {
  inputs: string;
  outputs: string;
}

const stampFile = ({ name }: Step) => `.output/test/stamps/${name}.json`;

/**
 * Whether a build of the same inputs is there, unchanged: another command may have built something else
 * there.
 */
export function isUpToDate(step: Step): boolean {
  let stamp: Partial<Stamp>;
  try {
    stamp = Object(JSON.parse(readFileSync(stampFile(step), 'utf8')));
  } catch {
    return false;
  }
  return stamp.inputs === digestOf(step.inputs) && stamp.outputs === digestOf(step.outputs);
}

/**
 * Makes a build and stamps it. The inputs are read first: those that change meanwhile are built the next
 * time.
 */
export async function makeStep(step: Step): Promise<void> {
  const inputs = digestOf(step.inputs);
  await step.make();
  const outputs = digestOf(step.outputs);
  if (outputs === undefined) throw new Error(`"${step.name}" has not left ${step.outputs.join(', ')}.`);
  mkdirSync(dirname(stampFile(step)), { recursive: true });
  writeFileSync(stampFile(step), JSON.stringify({ inputs, outputs }));
}
