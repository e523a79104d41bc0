/** Where a Conferencing Node keeps the files of Webapp2 plugins. */
const NODE_FOLDER = /^.*\/(?:custom_)?configuration\/(plugins\/.*)$/;

/**
 * Returns the address of a plugin's file in the packed folder for an address below
 * `custom_configuration/plugins/`. Other addresses, and those of other servers, are returned unchanged.
 *
 * @param base the address of the document beside which the files are packed
 */
export function packedAddress(address: string, base: string): string {
  if (!URL.canParse(address, base)) return address;
  const url = new URL(address, base);
  const [, file] = NODE_FOLDER.exec(url.pathname) ?? [];
  if (!file || url.origin !== new URL(base).origin) return address;
  return new URL(file + url.search, base).href;
}
