import { registeredIds } from '../../../branding/packer/verify/registered-ids';

/** What a look at a source file tells: faults keep it from running, notes are good to know. */
export interface SourceReport {
  faults: string[];
  notes: string[];
}

/** What a plugin may use that this host, or its sandbox, does not give. */
const MISSED: readonly { pattern: RegExp; note: string }[] = [
  {
    pattern: /\b(?:alert|confirm|prompt)\(/,
    note: 'it calls alert, confirm or prompt: they do nothing unless "allow-modals" is added to its sandboxValues in manifest.json.',
  },
  {
    pattern: /window\.open\(|target=["']_blank/,
    note: 'it opens windows: they stay shut unless "allow-popups" is added to its sandboxValues in manifest.json.',
  },
  {
    pattern:
      /document\.(?:querySelector(?:All)?|getElements?By\w+)\([^)]*(?:pex-|video|conference-|toolbar)/i,
    note: 'it looks for elements of Webapp2 itself, which are not there.',
  },
  {
    pattern: /\b(?:innerHTML|body:)[^;]{0,400}\$\{[^}]*\.(?:name|uri|displayName|payload)\b/,
    note: 'it seems to put names or messages from the meeting into HTML: anybody in the meeting could run code there. Set them as textContent.',
  },
  {
    pattern: /\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\(/,
    note: 'it leaves its page: that ends every classic plugin until the meeting is reloaded.',
  },
  {
    pattern: /\brequestFullscreen\(/,
    note: 'it asks for full screen: its own hidden page would cover the meeting.',
  },
  {
    pattern: /\bget(?:UserMedia|DisplayMedia)\(/,
    note: 'it asks for camera or microphone of its own: Web App 3 gives a plugin no access to the media of the call.',
  },
  {
    pattern: /\bpexrtc\.on\w+\s*=(?!=)/,
    note: 'it replaces functions of PexRTC: Web App 3 has none, so they are never called.',
  },
  {
    pattern: /\bSELECT_EVENT\b/,
    note: 'it waits for SELECT_EVENT: Web App 3 has no timeline, so it never comes.',
  },
];

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
  const notes = MISSED.flatMap(({ pattern, note }) => (pattern.test(script) ? [`${path}: ${note}`] : []));
  const registered = registeredIds(script);
  if (!script.includes('registerPlugin')) faults.push(`${path} never calls PEX.pluginAPI.registerPlugin.`);
  else if (registered.ids.length === 0) notes.push(`${path}: the id that it registers could not be told.`);
  else if (registered.sure && !registered.ids.some((id) => ids.includes(id))) {
    const [found, wanted] = [registered.ids, ids].map((list) => list.map((id) => `"${id}"`).join(' or '));
    faults.push(`${path} registers as ${found}, and its files call it ${wanted}.`);
  }
  if (/^\s*(?:import|export)\b(?!\s*\()/m.test(script)) {
    faults.push(`${path} is a module; a source file is a plain script.`);
  }
  for (const action of actions) {
    if (new RegExp(`(?<![\\w$])${action.replace(/\W/g, '\\$&')}(?![\\w$])`).test(script)) continue;
    notes.push(
      `${path} has nothing called "${action}", which a menu item calls: pressing it will do nothing.`,
    );
  }
  return { faults, notes };
}
