import { errorText } from '../protocol/error-text';
import { launchChromium } from '../tests/browser/harness/browser';
import { fail, print } from './command';
import { readArguments, USAGE } from './contract/arguments';
import { type ContractFinding, checkHostPage } from './contract/check';

const MISUSE = 2;
const MARKS = { ok: 'OK', problem: 'PROBLEM', note: 'note' };

const asked = readArguments(process.argv.slice(2));
if (!asked.ok) fail(`${asked.error}\n\n${USAGE}`, MISUSE);
if (!asked.value) {
  print(USAGE);
  process.exit();
}
const request = asked.value;
const browser = await launchChromium({}).catch((error: unknown) =>
  fail(`Chromium did not start: ${errorText(error)}`, MISUSE),
);
const findings: ContractFinding[] = [];
try {
  const tab = await browser.open('about:blank');
  print(`The host page ${request.url}, with a simulated plugin`);
  await checkHostPage(tab.page, request, (finding) => {
    findings.push(finding);
    print(`${MARKS[finding.result].padEnd(8)} ${finding.text}`);
    if (finding.advice) print(`         ${finding.advice}`);
  });
} catch (error) {
  const text = errorText(error);
  findings.push({ result: 'problem', text });
  print(`PROBLEM  The check ended early: ${text}`);
} finally {
  await browser.close();
}
const problems = findings.filter(({ result }) => result === 'problem').length;
print(problems === 0 ? 'The page follows the protocol.' : `Problems: ${problems}.`);
process.exitCode = problems === 0 ? 0 : 1;
