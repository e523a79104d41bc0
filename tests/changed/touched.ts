/** Browser tests by what they are about: the sources and the files of `tests/browser` that drive it. */
const ABOUT: readonly (readonly [sources: RegExp, tests: RegExp])[] = [
  [/^panel\/(calls|history)\/|^peer\/calls?\b|^peer\/call-/, /^call-|^dial/],
  [/^panel\/(dial|request|presets|lists|files)\//, /^dial|^guard|^aim/],
  [/^panel\/chat\/|^settings\/chat\//, /chat|^converse/],
  [/^panel\/diagnostics\/|^panel\/log\/|^peer\/trace\//, /^diagnostics|^log|^watch/],
  [/^panel\/scenarios\/|^scenarios\/|^scripts\/scenario/, /^scenarios|^contract/],
  [/^panel\/(options|welcome)\/|^settings\//, /^options|^policy|^shortcuts/],
  [/^panel\/people\/|^peer\/pe(ople|rson)/, /^people/],
  [/^(panel|peer)\/dock\/|^browser\/(dock|remove-stale)/, /^dock|^chat-place|^trust/],
  [/^panel\/|^strings\/|^locales\//, /^accessibility|^keyboard|^narrow|^languages/],
  [
    /^background\/|^entrypoints\/|^wxt\.config/,
    /^icon|^site-access|^command|^fixed|^private|^restart|^update/,
  ],
  [/^browser\//, /^life|^link|^restart|^site-access/],
  [/^peer\//, /^life|^aim|^page-|^popups|^meetings|^connecting|^other-halves|^flood/],
  [/^protocol\//, /^aim|^connecting|^other-halves|^upstream|^published|^contract/],
  [/^host\/|^examples\/|^scripts\/(contract|example)/, /^host-library|^contract/],
  [/^plugin\/(external-chat|shared)|^plugin\/[\w-]+\.ts/, /^connecting|^chat-button|^relay|^upstream/],
  [/^plugin\/(classic|webapp2)\//, /^classic|^host-library-classic/],
  [/^branding\//, /^merged|^relay|^dev-plugin/],
  [/^meeting\//, /^connecting|^demo|^rocket/],
  [/^scripts\/demo/, /^demo/],
];

/**
 * Returns the browser tests that drive what was changed. A row stands for what its tests are about, and for
 * no more: all of them run before a change is handed over.
 */
export function testsAbout(changed: readonly string[], tests: readonly string[]): string[] {
  const about = ABOUT.flatMap(([sources, driving]) =>
    changed.some((path) => sources.test(path)) ? [driving] : [],
  );
  const nameOf = (test: string) => test.slice(test.lastIndexOf('/') + 1);
  const isIn = (driving: readonly RegExp[], test: string) => driving.some((each) => each.test(nameOf(test)));
  const all = ABOUT.map(([, driving]) => driving);
  // One that no row has yet is about all of them.
  const isAbout = (test: string) => isIn(about, test) || (about.length > 0 && !isIn(all, test));
  return tests.filter((test) => changed.includes(test) || isAbout(test));
}

/** What each row names, for a test that nothing in it is gone. */
export const rows = ABOUT;
