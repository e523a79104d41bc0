import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Running } from '../kept';
import { resizeSidebar } from './chrome-toolbar';
import { clearWindow, extensionsInstalled } from './chrome-windows';
import { runInChrome } from './firefox';
import type { Marionette } from './marionette';
import type { FirefoxProcess } from './process';

/** A running Firefox, and the connection to it. */
export class FirefoxSession implements Running {
  constructor(
    readonly process: FirefoxProcess,
    readonly marionette: Marionette,
    /** The window that Firefox has started with. */
    private readonly first: string,
    /** Whether it is quit as a person would, which writes down everything, and not ended. */
    private readonly isQuit: boolean,
  ) {}

  isAlive(): boolean {
    try {
      this.process.assertRunning();
      return true;
    } catch {
      return false;
    }
  }

  async clear(): Promise<void> {
    const { marionette, process } = this;
    await marionette.send('WebDriver:SwitchToWindow', { handle: this.first, focus: true });
    await marionette.send('WebDriver:ReleaseActions');
    for (const id of await runInChrome(marionette, extensionsInstalled))
      await marionette.send('Addon:Uninstall', { id });
    await runInChrome(marionette, clearWindow);
    await runInChrome(marionette, resizeSidebar, null);
    rmSync(process.downloadDir, { recursive: true, force: true });
    await mkdir(process.downloadDir);
  }

  async end(): Promise<void> {
    if (this.isQuit) {
      await this.marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
      await this.process.ended();
    }
    this.marionette.close();
    await this.process.stop();
  }
}
