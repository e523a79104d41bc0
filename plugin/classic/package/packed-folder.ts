import type { ReadFile } from './json-file';

/**
 * Where the organization's files stand beside the host's page: in the folder in which a Conferencing Node
 * kept them beside Webapp2's page. What plugins ask for by a path from there is found without any help, style
 * sheets and pictures too.
 */
export const NODE_FOLDER = 'custom_configuration/';

/**
 * The folder with settings.json, from this host's page. Packages of earlier versions have it beside that
 * page.
 */
export async function packedFolder(read: ReadFile): Promise<string> {
  const settings = await read(`${NODE_FOLDER}settings.json`);
  return settings.ok ? NODE_FOLDER : '';
}
