import { BUILT, built } from './built';

// Before each test file that needs builds: without this, each would fail at a file of its own that cannot be
// read.
for (const name of ['plugin', 'classic', 'webapp2', 'meeting', 'branding', 'chromium', 'firefox'] as const)
  built(BUILT[name]);
