import type { Attack } from './report';

/** Of an attack with many variations, how many are spelled out. */
const SHOWN = 4;

/** The table *attack → what happens*: what failed first, since that is what a reader looks for. */
export function formatTable(attacks: readonly Attack[]): string {
  const lines = attacks.map(({ name, outcomes }) => {
    const failed = outcomes.filter(({ passed }) => !passed);
    const state = failed.length > 0 ? 'FAILED' : 'holds';
    const shown = [...failed, ...outcomes.filter(({ passed }) => passed)].slice(0, SHOWN);
    const more = outcomes.length - shown.length;
    const words = shown.map(({ title, passed }) => (passed ? title : `FAILED: ${title}`));
    const happens = [...words, ...(more > 0 ? [`and ${more} more`] : [])].map(cell).join('; ');
    return `| ${cell(name)} | ${happens} | ${state} |`;
  });
  const count = attacks.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  const failed = attacks.flatMap(({ outcomes }) => outcomes).filter(({ passed }) => !passed).length;
  const total = `${attacks.length} attacks, ${count} variations, ${failed} failed`;
  return `| attack | what happens | |\n|---|---|---|\n${lines.join('\n')}\n\n${total}\n`;
}

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
