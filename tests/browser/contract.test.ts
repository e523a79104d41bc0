import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ContractFinding, checkHostPage } from '../../scripts/contract/check';
import { WAIT_MS } from '../limits';
import { launchChromium } from './harness/browser';
import type { ChromiumUnderTest } from './harness/chromium/chromium';
import { serveExample } from './support/example';
import { servePage } from './support/page';

/** Parts of a host page. Each wrong page differs from the right one in one of them. */
const RIGHT = {
  isPlugin: 'isInside(event.source)',
  to: 'event.source',
  isValid: "typeof data.active === 'boolean'",
  next: 'data.active',
  onReady: "send('toggle-chat-button-state', { active }); send('toggle-chat-badge', { visible: false });",
  onOther: '',
};

/** A host page written without the library. Its meeting is never loaded. */
const hostPage = (parts: Partial<typeof RIGHT> = {}) => {
  const { isPlugin, to, isValid, next, onReady, onOther } = { ...RIGHT, ...parts };
  return `<!doctype html><title>Host page</title><body>
<iframe id="webapp3" src="https://meet.example.com/webapp3/m/support"></iframe>
<script>
  const PREFIX = 'pexip:plugin:external-chat/';
  const frame = document.querySelector('#webapp3');
  let active = false;
  const isInside = (source) => {
    for (let each = source; each && each !== window; each = each.parent)
      if (each === frame.contentWindow) return true;
    return false;
  };
  addEventListener('message', (event) => {
    const { data } = event;
    if (!(${isPlugin}) || typeof data?.action !== 'string') return;
    const send = (name, payload) => (${to}).postMessage({ action: PREFIX + name, ...payload }, '*');
    if (data.action === PREFIX + 'ready') { ${onReady} }
    else if (data.action === PREFIX + 'toggle-chat') {
      if (!(${isValid})) return;
      active = ${next};
      send('toggle-chat-button-state', { active });
    } else { ${onOther} }
  });
</script>`;
};

/** The page without the library in the document for authors of host pages. */
function documented(): string {
  const blocks = readFileSync('docs/integrate/host-page.md', 'utf8').split('```');
  const script = blocks.find((block) => block.startsWith('js') && block.includes('const PREFIX'))?.slice(2);
  return `<!doctype html><title>Host page</title><body><section id="chat" hidden>Chat</section>
<iframe id="webapp3" src="https://meet.example.com/webapp3/m/support"></iframe><script>${script}</script>`;
}

/** What a page does that answers whatever it does not know. */
const ANSWER_TEXT =
  "if (typeof data === 'string') event.source.postMessage({ action: PREFIX + 'hello' }, '*');";

/** The next state of a page that answers every request with its state, and obeys only a right one. */
const KEPT = "typeof data.active === 'boolean' ? data.active : active";

/** These pages answer at once, which has no time limit: what does not come then never comes. */
const SILENCE_MS = 200;

describe('npm run contract', () => {
  let browser: ChromiumUnderTest;
  beforeAll(async () => {
    browser = await launchChromium({});
  });
  afterAll(() => browser?.close());

  const check = async (url: string, waitMs: number): Promise<ContractFinding[]> => {
    const tab = await browser.open('about:blank');
    const findings: ContractFinding[] = [];
    await checkHostPage(tab.page, { url, meeting: undefined, waitMs }, (finding) => findings.push(finding));
    await tab.close();
    return findings;
  };
  const problemsOf = (findings: readonly ContractFinding[]) =>
    findings.filter(({ result }) => result === 'problem').map(({ text }) => text);

  test('finds nothing wrong with a page that uses the library', async () => {
    const example = await serveExample('plain');
    const findings = await check(example.url, WAIT_MS);
    example.close();
    expect(problemsOf(findings)).toEqual([]);
    expect(findings.map(({ text }) => text)).toContain(
      'The page responds to plugins of the second namespace.',
    );
  });

  test.each([
    ['that never closes its chat', hostPage({ next: 'true' })],
    ['as the document has it', documented()],
    ['that answers any text', hostPage().replace('const { data } = event;', `$&${ANSWER_TEXT}`)],
    ['that repeats its state at a wrong payload', hostPage({ next: KEPT, isValid: 'true' })],
  ])('finds nothing wrong with a page %s', async (_name, html) => {
    const served = await servePage(html);
    expect(problemsOf(await check(served.url, SILENCE_MS))).toEqual([]);
    served.close();
  });

  test.each<[name: string, parts: Partial<typeof RIGHT>, problem: string]>([
    [
      'compares the source with the iframe',
      { isPlugin: 'event.source === frame.contentWindow' },
      'does not answer "ready"',
    ],
    ['answers the iframe', { to: 'frame.contentWindow' }, 'sends its answers to the Web App 3 frame'],
    ['obeys every frame', { isPlugin: 'true' }, 'responds to a frame that is not part of the meeting'],
    ['does the opposite', { next: '!data.active' }, 'the opposite of what was requested'],
    ['takes any payload', { isValid: 'true' }, 'without a boolean "active"'],
    ['throws at an unknown name', { onOther: "throw new Error('unknown')" }, 'makes the page throw: unknown'],
    [
      'sends no badge',
      { onReady: "send('toggle-chat-button-state', { active });" },
      'without toggle-chat-badge',
    ],
    [
      'forgets the state',
      { onReady: `${RIGHT.onReady.replace('{ active }', '{ active: false }')}` },
      'it was true',
    ],
    [
      'sends a flag as text',
      { onReady: RIGHT.onReady.replace('false', "'no'") },
      'visible must be true or false',
    ],
  ])('finds a page that %s', async (_name, parts, problem) => {
    const served = await servePage(hostPage(parts));
    const problems = problemsOf(await check(served.url, SILENCE_MS));
    served.close();
    expect(problems.join('\n')).toContain(problem);
  });

  test('ends with 0 for a right page, with 1 for a wrong one, and with 2 without an address', async () => {
    const run = (...args: string[]) =>
      new Promise<number | null>((resolve) => {
        const child = spawn('npx', ['tsx', 'scripts/contract.ts', ...args], { stdio: 'ignore' });
        child.on('close', resolve);
      });
    const right = await servePage(hostPage());
    const wrong = await servePage('<!doctype html><title>No meeting</title>');
    expect(await run('--url', right.url)).toBe(0);
    expect(await run('--url', wrong.url, '--seconds', '1')).toBe(1);
    expect(await run()).toBe(2);
    right.close();
    wrong.close();
  });
});
