import { launchChromium, type Surface, type Tab } from '../../browser/harness/browser';
import { ChromiumUnderTest } from '../../browser/harness/chromium/chromium';
import { ChromiumSurface } from '../../browser/harness/chromium/surface';
import { setSettings } from '../../browser/support/calls';
import { createFixture, type Fixture } from '../../browser/support/fixture';
import { openBeside, openPanel } from '../../browser/support/panel';

/** Where a soak takes place: one page with a meeting, and a panel that is there or not. */
export interface Scene {
  fixture: Fixture;
  tab: Tab;
  /** Web App 3. */
  meeting: Surface;
  /** The panel if it is open. */
  open: Surface | undefined;
  /** The panel, opened if need be. */
  panel(): Promise<Surface>;
  closePanel(): Promise<void>;
  /** How many calls were placed: every destination is another one. */
  placed: number;
  /** Whom only a hang-up ends, oldest first: it hangs on the steps alone, and on nothing that takes time. */
  lasting: string[];
}

/**
 * Does something to the scene, `at` (0 to 1) choosing what exactly, and says in a few words what it did;
 * `undefined` if there was nothing to do it to. An error says that it did not happen, or what came of it.
 */
export type Step = (scene: Scene, at: number) => Promise<string | undefined>;

/** Sets the scene. Somebody is in the conference all the time, so that it goes on while the page is away. */
export async function setScene(): Promise<Scene> {
  const fixture = await createFixture({ name: 'chromium', launch: launchChromium });
  try {
    fixture.meeting.node.conference().join({ display_name: 'Room', role: 'chair' });
    const { tab, meeting, panel } = await openBeside(fixture);
    await setSettings(panel, { perMinute: 0 });
    const scene: Scene = {
      fixture,
      tab,
      meeting,
      open: panel,
      async panel() {
        scene.open ??= await openPanel(tab);
        return scene.open;
      },
      async closePanel() {
        await tab.closePanel();
        scene.open = undefined;
      },
      placed: 0,
      lasting: [],
    };
    return scene;
  } catch (error) {
    await fixture.close();
    throw error;
  }
}

/** Chromium itself, for what no person can do. */
export function chromiumOf({ browser }: Fixture): ChromiumUnderTest {
  if (!(browser instanceof ChromiumUnderTest)) throw new Error('This is not Chromium.');
  return browser;
}

/** Opens a session of the DevTools protocol with the page of a surface. */
export function devtoolsOf(surface: Surface) {
  if (!(surface instanceof ChromiumSurface)) throw new Error('This is not Chromium.');
  return surface.page.createCDPSession();
}
