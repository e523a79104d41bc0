/** Whether the plugin's version is below the extension's. Not where either is unknown. */
export function isOlder(plugin: string | undefined, extension: string | undefined): boolean {
  if (plugin === undefined || extension === undefined) return false;
  return plugin.localeCompare(extension, 'en', { numeric: true }) < 0;
}
