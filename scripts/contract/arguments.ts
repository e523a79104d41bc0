import { parseArgs } from 'node:util';
import { errorText } from '../../protocol/error-text';
import type { Result } from '../../protocol/result';

export const USAGE = `npm run contract -- --url URL [options]

Opens a host page in Chromium with a simulated plugin in place of the meeting, and reports which messages
of the protocol the page answers, how, and what it gets wrong (docs/integrate/host-page.md). The meeting
itself is never loaded.

  --url URL            the host page
  --meeting URL        the start of the URL of the meeting's iframe, if it isn't below /webapp3/
  --seconds NUMBER     how long to wait for each answer   (5)
  --help               show this help

Exit code: 0 if the page follows the protocol, 1 if it doesn't, 2 if the check couldn't start.
`;

/** What a command line asks for. */
export type ContractRequest = { url: string; meeting: string | undefined; waitMs: number };

/** Reads the command line; `undefined` if it asks for help. The error says what to enter instead. */
export function readArguments(args: readonly string[]): Result<ContractRequest | undefined> {
  const wrong = (error: string) => ({ ok: false, error }) as const;
  const read = optionsOf(args);
  if (!read.ok) return read;
  const { url, meeting, seconds = '5', help } = read.value;
  if (help) return { ok: true, value: undefined };
  if (url === undefined) return wrong('No URL given. Add --url with the URL of the host page.');
  for (const [name, address] of Object.entries({ url, meeting })) {
    if (address !== undefined && !/^https?:\/\/./.test(address))
      return wrong(`--${name} takes a URL that starts with https:// or http://, not "${address}".`);
  }
  if (!(Number(seconds) > 0)) return wrong(`--seconds takes a number above 0, not "${seconds}".`);
  return { ok: true, value: { url, meeting, waitMs: Number(seconds) * 1000 } };
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        meeting: { type: 'string' },
        seconds: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return { ok: true, value: values } as const;
  } catch (error) {
    return { ok: false, error: errorText(error) } as const;
  }
}
