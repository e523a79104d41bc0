import { keepBrowsers } from './kept';

// Before each file of browser tests.
keepBrowsers();
