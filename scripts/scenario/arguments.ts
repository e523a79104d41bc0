import { parseArgs } from 'node:util';
import { errorText } from '../../protocol/error-text';
import type { Result } from '../../protocol/result';

export const USAGE = `npm run scenario -- FILE --url URL [options]

Runs a scenario (docs/test/run-scenarios.md) in the panel of the built extension, next to the page at
URL.

  --url URL            the page that embeds the meeting, or the meeting itself
  --browser NAME       chromium or firefox   (chromium)
  --var NAME=VALUE     a value for a variable of the scenario; can be repeated
  --junit FILE         writes the result as JUnit XML
  --screenshots DIR    where to put pictures of page and panel if a step fails
  --help               show this help

Exit code: 0 if all steps pass, 1 if a step fails or the page can’t be opened, 2 if the run couldn’t start.
`;

const BROWSERS = ['chromium', 'firefox'] as const;

/** What a command line asks for. */
export type Wish = {
  file: string;
  url: string;
  browser: (typeof BROWSERS)[number];
  variables: Readonly<Record<string, string>>;
  junit: string | undefined;
  screenshots: string | undefined;
};

/** Reads the command line; `undefined` if it asks for help. The error says what to write instead. */
export function readArguments(args: readonly string[]): Result<Wish | undefined> {
  const wrong = (error: string): Result<Wish> => ({ ok: false, error });
  const parsed = optionsOf(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return { ok: true, value: undefined };
  const [file, ...more] = positionals;
  if (file === undefined) return wrong('No scenario given. Name a file, such as scenarios/smoke.json.');
  if (more.length > 0) return wrong(`Only one scenario can run at a time. Unexpected: ${more.join(' ')}`);
  const { url, browser: name = 'chromium', var: given = [], junit, screenshots } = values;
  if (url === undefined)
    return wrong('No URL given. Add --url with the URL of a page that contains the meeting.');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return wrong(`--url takes a URL that starts with https:// or http://, not "${url}".`);
  }
  const browser = BROWSERS.find((each) => each === name);
  if (!browser) return wrong(`--browser must be ${BROWSERS.join(' or ')}, not "${name}".`);
  const variables: Record<string, string> = {};
  for (const each of given) {
    const at = each.indexOf('=');
    if (at < 1) return wrong(`--var takes NAME=VALUE, not "${each}".`);
    variables[each.slice(0, at)] = each.slice(at + 1);
  }
  return { ok: true, value: { file, url, browser, variables, junit, screenshots } };
}

function optionsOf(args: readonly string[]) {
  try {
    const value = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        browser: { type: 'string' },
        var: { type: 'string', multiple: true },
        junit: { type: 'string' },
        screenshots: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return { ok: true, value } as const;
  } catch (error) {
    return { ok: false, error: errorText(error) } as const;
  }
}
