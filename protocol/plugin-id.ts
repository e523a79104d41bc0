/**
 * The plugin's id. It is the same in its registration, in Web App 3's manifest.json, and in Webapp2's
 * settings.json and package file; Web App 3 refuses a plugin with another than in its manifest.
 */
export const PLUGIN_ID = 'external-chat';
