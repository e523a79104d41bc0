import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Wanted {
  program: string;
  /** Environment variable that overrides the search. */
  variable: string;
  commands: string[];
  debianPackage: string;
}

/** Path of an installed program. Throws with what to do when there is none. */
export function findExecutable(
  { program, variable, commands, debianPackage }: Wanted,
  env: NodeJS.ProcessEnv = process.env,
): string {
  const chosen = env[variable];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${variable} is set to ${chosen}, which isn’t an executable file.`);
  }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  const found = folders
    .flatMap((folder) => commands.map((command) => join(folder, command)))
    .find(isExecutable);
  if (found) return found;
  throw new Error(
    `${program} is not installed. On Debian: apt-get install ${debianPackage}. ` +
      `Elsewhere: install it and set ${variable} to its executable.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
