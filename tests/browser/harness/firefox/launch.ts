import { WAIT_MS } from '../../../limits';
import type { BrowserUnderTest, LaunchOptions } from '../browser-under-test';
import { createLender } from '../kept';
import { hasWelcome } from '../welcome';
import { pinIcon } from './chrome-toolbar';
import { FirefoxUnderTest, installExtension } from './firefox';
import { installedIn, installForGood } from './install-for-good';
import { Marionette } from './marionette';
import { startFirefox } from './process';
import { FirefoxSession } from './session';

const lend = createLender<FirefoxSession>();

/**
 * Has Firefox, with a fresh profile unless there is one, and the extension if one is given, its icon pinned
 * to the toolbar.
 */
export async function launchFirefox(
  options: LaunchOptions = {},
): Promise<FirefoxUnderTest & BrowserUnderTest> {
  const { extensionDir, keepWelcome = false, profile, isPrivate = false } = options;
  const { running, leave } = await lend(options, () => startSession(options));
  try {
    const { marionette, process } = running;
    const installed = profile && extensionDir && installedIn(profile, extensionDir);
    const install = profile ? installForGood : installExtension;
    const extensionId = installed || (extensionDir && (await install(marionette, extensionDir, isPrivate)));
    const firefox = new FirefoxUnderTest(marionette, extensionId, process.downloadDir, leave);
    if (extensionId) await firefox.inChrome(pinIcon, extensionId);
    if (!installed && !keepWelcome && hasWelcome(extensionDir))
      await (await firefox.ownTab('options.html?welcome')).close();
    return firefox;
  } catch (error) {
    await running.process.stop();
    throw error;
  }
}

/** Starts Firefox, and connects to it. */
async function startSession({
  headless = true,
  width = 1280,
  height = 800,
  language,
  env = {},
  profile,
  isPrivate = false,
}: LaunchOptions): Promise<FirefoxSession> {
  const process = await startFirefox({
    headless,
    width,
    height,
    env,
    isPrivate,
    ...(profile && { profile }),
  });
  try {
    const marionette = await Marionette.connect(process.marionettePort, () => process.assertRunning());
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await marionette.send('WebDriver:SetTimeouts', { script: WAIT_MS });
    // For good: all that happens in documents goes through the browser's own window, too.
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    if (language) await speak(marionette, language);
    const { value } = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };
    return new FirefoxSession(process, marionette, value, profile !== undefined);
  } catch (error) {
    await process.stop();
    throw error;
  }
}

/**
 * Has Firefox be in a language of which it has no language pack: its own texts stay English, but extensions
 * are told. It is how Firefox tests itself.
 */
async function speak(marionette: Marionette, language: string): Promise<void> {
  const script = `
    Services.locale.availableLocales = [...Services.locale.availableLocales, '${language}'];
    Services.locale.requestedLocales = ['${language}'];`;
  await marionette.send('WebDriver:ExecuteScript', { script, args: [] });
}
