/** One way to break the product, what the user then sees, and what is lost. */
interface Fault {
  fault: string;
  sees: string;
  lost: string;
  /** Ends of the names of the tests that show it. All of them have to pass. */
  tests: readonly string[];
}

/** Where the tests are that show them. */
export const FAULT_TESTS = [
  ...['browser', 'meeting', 'node', 'version'].map((name) => `tests/chaos/${name}.test.ts`),
  ...['call-reload', 'guard', 'life', 'presets', 'update'].map((name) => `tests/browser/${name}.test.ts`),
];

const NOTHING = 'nothing';

/** Every fault, in the order of the table that `npm run chaos` prints. */
export const FAULTS: readonly Fault[] = [
  {
    fault:
      'the background process ends before a call, while it rings, during it, before or after it is hung up',
    sees: 'no difference',
    lost: NOTHING,
    tests: ['the background is killed at every step of a call'],
  },
  {
    fault: 'the extension is updated or reloaded while its panel is open',
    sees: 'the panel closes. A click on the icon opens the new version',
    lost: 'the calls in the panel. The calls themselves continue',
    tests: ['leaves nothing of a peer with an open panel; the next click of the icon brings one'],
  },
  {
    fault: 'the extension is updated while the panel on the page is open',
    sees: 'the panel closes, or shows what to do',
    lost: 'the calls in the panel. The calls themselves continue',
    tests: ['takes the dock away, or has it say what to do, and never has it act'],
  },
  {
    fault: 'the panel is closed during a call and opened again',
    sees: 'the call with its true result',
    lost: NOTHING,
    tests: ['go on while the panel is closed, and show their true end on its return'],
  },
  {
    fault: 'the user leaves the page and comes back (back/forward cache, or a new load)',
    sees: 'the meeting as it was, or a new one after a click on the icon',
    lost: 'the state of a page that the browser did not keep',
    tests: ['a page that comes back with the back button is where it was'],
  },
  {
    fault: 'the browser discards the tab during a call, and restores it',
    sees: 'the meeting, loaded again. A click on the icon opens the panel',
    lost: 'the calls in the panel. The history has them',
    tests: ['a tab that the browser has discarded comes back with its meeting'],
  },
  {
    fault: 'the browser renders the page ahead of time, on a site where the extension runs automatically',
    sees: 'nothing before the user opens the page; then the meeting, as on any page',
    lost: NOTHING,
    tests: ['a meeting that is rendered ahead of time waits until somebody sees it'],
  },
  {
    fault: 'the meeting is reloaded during a call',
    sees: '“Unknown: the meeting was reloaded”, then the state of the call',
    lost: NOTHING,
    tests: ['are found again where the conference goes on, and can be hung up'],
  },
  {
    fault: 'the meeting’s iframe is moved during a call',
    sees: 'the call, once the meeting has loaded again',
    lost: NOTHING,
    tests: ['the iframe of the meeting is moved in mid-call'],
  },
  {
    fault: 'the meeting is navigated away during a call',
    sees: 'a message that the meeting is no longer on the page. The call reads Unknown',
    lost: NOTHING,
    tests: ['the meeting is navigated away in mid-call, and comes back'],
  },
  {
    fault: 'the meeting’s iframe is removed during a call',
    sees: 'no meeting in the panel. The form keeps its text',
    lost: 'the call of the removed meeting. The history has it',
    tests: ['the iframe of the meeting is removed in mid-call'],
  },
  {
    fault: 'the plugin crashes while it loads',
    sees: '“Waiting for the plugin”, with what to do',
    lost: NOTHING,
    tests: ['the plugin crashes while it loads'],
  },
  {
    fault: 'the plugin crashes during a call',
    sees: 'the last state of the call, until the meeting is reloaded',
    lost: NOTHING,
    tests: ['the plugin crashes in a call'],
  },
  ...[
    { answers: ['403', '404', '500', '503'], sees: 'Failed, with the node’s reason' },
    { answers: ['garbage'], sees: 'Failed, with the part that couldn’t be read' },
    { answers: ['nothing'], sees: 'Calling…, then No answer yet' },
  ].map(({ answers, sees }) => ({
    fault: `the node answers a dial-out with ${answers.join(', ')}`,
    sees,
    lost: 'nothing. The form keeps its text, and the next call joins',
    tests: answers.map((answer) => `the node answers a dial-out with ${answer}`),
  })),
  {
    fault: 'the event stream is cut',
    sees: 'no difference. The next call joins',
    lost: NOTHING,
    tests: ['the event stream is cut, and resumed'],
  },
  {
    fault: 'the meeting’s token expires',
    sees: '“Plugin ready”, because the user is no longer in the meeting',
    lost: NOTHING,
    tests: ['the token runs out'],
  },
  {
    fault: 'synced storage is full',
    sees: 'a message that presets are kept on this device only',
    lost: NOTHING,
    tests: ['presets move to this machine when synced storage is really full'],
  },
  {
    fault: 'saved data is damaged',
    sees: 'a message that it couldn’t be read and is kept. Everything else works',
    lost: NOTHING,
    tests: ['what is stored is damaged'],
  },
  {
    fault: 'settings and presets are locked by policy',
    sees: 'the administrator’s values, marked as such',
    lost: NOTHING,
    tests: ['lets nothing through that is not on the list of the administrator'],
  },
  {
    fault: 'the clock jumps forward by a day and back by two',
    sees: 'wrong times while the clock is wrong, and right states',
    lost: NOTHING,
    tests: ['the clock jumps'],
  },
  {
    fault: 'the computer sleeps during a call (late timers)',
    sees: 'the state of the call, once awake',
    lost: NOTHING,
    tests: ['the page is frozen in mid-call'],
  },
  {
    fault: 'two side panels and a panel on the page at once',
    sees: 'the same in all of them',
    lost: NOTHING,
    tests: ['two panels and a dock at once'],
  },
  {
    fault: '20 tabs with meetings',
    sees: 'each with its own state',
    lost: NOTHING,
    tests: ['twenty tabs with meetings'],
  },
  {
    fault: 'the panel meets a content script of another version, newer or older',
    sees: 'a message that the extension was updated, and what to do. No control can be used by mistake',
    lost: 'nothing. The history has the calls, and after the update the next one joins',
    tests: ['the panel meets a peer that is newer', 'the panel meets a peer that is older'],
  },
];
