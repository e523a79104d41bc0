import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Silences what a fresh Firefox would do on its own. Marionette's recommended preferences do the rest. */
const QUIET: Record<string, boolean | number | string> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  // Into a folder of our own, without a question and without a window about it.
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.alwaysOpenPanel': false,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  'extensions.autoDisableScopes': 0,
  // A background ends when a test says so, and not because a busy computer let it be idle. Firefox takes no
  // longer time than this.
  'extensions.background.idle.timeout': 5 * 60 * 1000,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  // For extensions that are installed for good: only the shops sign them.
  'xpinstall.signatures.required': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'toolkit.telemetry.server': '',
  // Headless windows are never the active one of the desktop; focus must work as if they were.
  'focusmanager.testmode': true,
  // Sends mouse events through the compositor like real ones: only those reach frames in other processes.
  'remote.events.async.mouse.enabled': true,
  // Popups and doorhangers refuse clicks in their first moments, against people who click by accident.
  'security.notification_enable_delay': 0,
};

/** Where Firefox saves files with such a profile. */
export const downloadDirOf = (profile: string): string => join(profile, 'saved');

/**
 * Makes a profile that listens for Marionette on `port`, from a folder or empty. The caller removes it.
 */
export async function createProfile(port: number, given?: string, isPrivate = false): Promise<string> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'firefox-under-test-')));
  const preferences = {
    ...QUIET,
    'marionette.port': port,
    'browser.privatebrowsing.autostart': isPrivate,
    'browser.download.dir': downloadDirOf(folder),
  };
  await mkdir(downloadDirOf(folder), { recursive: true });
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(folder, 'user.js'), lines.join('\n'));
  return folder;
}
