/** The same in settings.json, in the package file and in `registerPlugin`. */
export const PLUGIN_ID = 'external-chat';
