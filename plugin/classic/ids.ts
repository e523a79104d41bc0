/** Must equal the plugin's id in the branding manifest, or Web App 3 refuses it. */
export const CLASSIC_PLUGIN_ID = 'classic-plugins';

/** Web App 3 speaks of a plugin's title in the frame around its widget. */
export const WIDGET_TITLE = 'Plugins';
