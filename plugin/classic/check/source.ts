import { Script } from 'node:vm';
import { registeredIds } from '../../../branding/packer/verify/registered-ids';
import { outlookOf, type SourceOutlook } from '../obstacles/outlook';

/** What a look at a source file tells: faults keep it from running, notes are good to know. */
interface SourceReport extends SourceOutlook {
  faults: string[];
  notes: string[];
}

/** Anybody in the meeting chooses their own name, and what they write. */
const UNSAFE_HTML = {
  pattern: /\b(?:innerHTML|body:)[^;]{0,400}\$\{[^{}]{0,200}\.(?:name|uri|displayName|payload)\b/,
  note: 'it may insert names or messages from the meeting as HTML, so participants could run code. Use textContent.',
};

/**
 * Looks at a plugin's source file: a tolerant scan, not a run.
 *
 * @param ids the ids that its files give it; either will do
 * @param actions what its menu items call
 */
export function lookAtSource(
  path: string,
  script: string,
  ids: readonly string[],
  actions: readonly string[],
): SourceReport {
  const faults: string[] = [];
  const notes = UNSAFE_HTML.pattern.test(script) ? [`${path}: ${UNSAFE_HTML.note}`] : [];
  const registered = registeredIds(script);
  if (!script.includes('registerPlugin')) faults.push(`${path} never calls PEX.pluginAPI.registerPlugin.`);
  else if (registered.ids.length === 0) notes.push(`${path}: couldn’t determine which id it registers.`);
  else if (registered.sure && !registered.ids.some((id) => ids.includes(id))) {
    const [found, wanted] = [registered.ids, ids].map((list) => list.map((id) => `"${id}"`).join(' or '));
    faults.push(`${path} registers the id ${found}, but its files say ${wanted}.`);
  }
  if (/^[^\S\n]*(?:import|export)\b(?!\s*\()/m.test(script)) {
    faults.push(`${path} is a module, but a source file must be a plain script.`);
  } else faults.push(...syntaxError(path, script));
  for (const action of actions) {
    if (new RegExp(`(?<![\\w$])${action.replace(/\W/g, '\\$&')}(?![\\w$])`).test(script)) continue;
    notes.push(
      `${path} has no function called "${action}", which a menu item calls. Selecting that item will do nothing.`,
    );
  }
  return { faults, notes, ...outlookOf(script) };
}

/** What a browser would say of a script that it cannot read. The script is read here, and not run. */
function syntaxError(path: string, script: string): string[] {
  try {
    new Script(script, { filename: path });
    return [];
  } catch (error) {
    const [, line = '1'] = /:(\d+)\n/.exec((error instanceof Error && error.stack) || '') ?? [];
    return [`${path}, line ${line}: ${error instanceof Error ? error.message : String(error)}.`];
  }
}
