import type { Settings } from './settings';
import type { SettingsStore } from './settings-store';

/** Whether an administrator has decided a setting, so that nobody can change it in the options. */
export const isFixed = ({ policy }: Pick<SettingsStore, 'policy'>, name: keyof Settings): boolean =>
  name in policy.value.settings || policy.value.locks.includes('settings');
