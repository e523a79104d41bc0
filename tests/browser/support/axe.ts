import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Surface } from '../harness/browser';

/** axe-core as it is published: it leaves `axe` in the window it runs in. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to AA, and what is held to be good practice. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe in a document that has it. Self-contained, since it is carried there as text. */
export async function runAxe(type: 'tag' | 'rule', values: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: { run(of: Document, how: object): Promise<AxeResults> };
  };
  const { violations } = await axe.run(document, {
    runOnly: { type, values },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/**
 * What axe finds wrong with a document of the extension, whose policy forbids to load it there any other
 * way.
 */
export function axeViolations(surface: Surface): Promise<string[]> {
  const carried = (_type: 'tag', _values: string[]): Promise<string[]> => Promise.resolve([]);
  carried.toString = () => `async (...what) => { ${AXE}\nreturn (${runAxe})(...what); }`;
  return surface.evaluate(carried, 'tag', RULES);
}
