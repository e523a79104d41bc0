/** One way to break the product, what a person then sees, and what is lost by it. */
export interface Fault {
  fault: string;
  sees: string;
  lost: string;
  /** How the name of the test ends that shows it; of several tests, all have to pass. */
  test: string;
}

const NOTHING = 'nothing';

/** Every fault, in the order of the table that `npm run chaos` prints. */
export const FAULTS: readonly Fault[] = [
  {
    fault: 'the background is killed before the call, while it rings, in it, before and after it is hung up',
    sees: 'every step goes on as if it were there',
    lost: NOTHING,
    test: 'the background is killed at every step of a call',
  },
  {
    fault: 'the extension is updated or reloaded with its panel open',
    sees: 'the panel goes with the old version; a press of the icon brings the new one',
    lost: 'the rows of the panel; the calls themselves go on',
    test: 'leaves nothing of a peer with an open panel, and the next press of the icon brings a new one',
  },
  {
    fault: 'the extension is updated with the dock open',
    sees: 'the dock goes, or says what to do',
    lost: 'the rows of the panel; the calls themselves go on',
    test: 'takes the dock away, or has it say what to do, and never has it act',
  },
  {
    fault: 'the panel is closed in mid-call and opened again',
    sees: 'the row with its true end',
    lost: NOTHING,
    test: 'go on while the panel is closed, and show their true end on its return',
  },
  {
    fault: 'the page is left and comes back (back/forward cache, or loaded anew)',
    sees: 'the meeting as it was, or after a press of the icon a new one',
    lost: 'what a page that the browser did not keep had in it',
    test: 'a page that comes back with the back button is where it was',
  },
  {
    fault: 'the browser discards the tab in mid-call, and the tab comes back',
    sees: 'the meeting, loaded anew; a press of the icon brings the panel',
    lost: 'the rows of the panel; the history has the calls',
    test: 'a tab that the browser has discarded comes back with its meeting',
  },
  {
    fault: 'the browser renders the page ahead of time, on a site where nobody has to press the icon',
    sees: 'nothing before they go there; then the meeting, as on any page',
    lost: NOTHING,
    test: 'a meeting that is rendered ahead of time waits until somebody sees it',
  },
  {
    fault: 'the meeting is reloaded in mid-call',
    sees: '“Unknown: the meeting was reloaded”, then where the call is',
    lost: NOTHING,
    test: 'are found again where the conference goes on, and can be hung up',
  },
  {
    fault: 'the meeting’s iframe is moved in mid-call',
    sees: 'the call again, once the meeting has loaded again',
    lost: NOTHING,
    test: 'the iframe of the meeting is moved in mid-call',
  },
  {
    fault: 'the meeting is navigated away in mid-call',
    sees: 'that the meeting has left the page; the call reads Unknown',
    lost: NOTHING,
    test: 'the meeting is navigated away in mid-call, and comes back',
  },
  {
    fault: 'the meeting’s iframe is removed in mid-call',
    sees: 'the meeting is gone from the panel; what was typed stays',
    lost: 'the row of a meeting that is no longer there; the history has the call',
    test: 'the iframe of the meeting is removed in mid-call',
  },
  {
    fault: 'the plugin crashes while it loads',
    sees: '“Waiting for the plugin”, with the remedy',
    lost: NOTHING,
    test: 'the plugin crashes while it loads',
  },
  {
    fault: 'the plugin crashes in a call',
    sees: 'the call stays where it was last seen, until the meeting is reloaded',
    lost: NOTHING,
    test: 'the plugin crashes in a call',
  },
  ...[
    ['403', 'Failed, with the node’s words'],
    ['404', 'Failed, with the node’s words'],
    ['500', 'Failed, with the node’s words'],
    ['503', 'Failed, with the node’s words'],
    ['garbage', 'Failed, with what could not be read'],
    ['nothing', 'Calling…, then No answer yet'],
  ].map(([what = '', sees = '']) => ({
    fault: `the node answers a dial-out with ${what}`,
    sees,
    lost: 'nothing: the form keeps what was typed, and the next call joins',
    test: `the node answers a dial-out with ${what}`,
  })),
  {
    fault: 'the event stream is cut',
    sees: 'nothing; a call that is placed afterwards joins',
    lost: NOTHING,
    test: 'the event stream is cut, and resumed',
  },
  {
    fault: 'the token runs out',
    sees: '“Plugin ready”: no longer in the meeting',
    lost: NOTHING,
    test: 'the token runs out',
  },
  {
    fault: 'synced storage is full',
    sees: 'presets are kept on this machine, with a word about it',
    lost: NOTHING,
    test: 'presets move to this machine when synced storage is really full',
  },
  {
    fault: 'what is stored is damaged',
    sees: 'that it could not be read, and was kept; everything else works',
    lost: NOTHING,
    test: 'what is stored is damaged',
  },
  {
    fault: 'settings and presets are locked by policy',
    sees: 'what the administrator has set, as such',
    lost: NOTHING,
    test: 'lets nothing through that is not on the list of the administrator',
  },
  {
    fault: 'the clock jumps forward by a day and back by two',
    sees: 'times that are wrong while the clock is; states that are right',
    lost: NOTHING,
    test: 'the clock jumps',
  },
  {
    fault: 'the machine sleeps in mid-call (timers late)',
    sees: 'the call where it is, once awake',
    lost: NOTHING,
    test: 'the page is frozen in mid-call',
  },
  {
    fault: 'two panels and a dock at once',
    sees: 'the same in all',
    lost: NOTHING,
    test: 'two panels and a dock at once',
  },
  {
    fault: '20 tabs with meetings',
    sees: 'each with its own state',
    lost: NOTHING,
    test: 'twenty tabs with meetings',
  },
  ...['newer', 'older'].map((age) => ({
    fault: `the panel meets a peer that is ${age}`,
    sees: 'that the extension was updated, and what to do; nothing that could be pressed in error',
    lost: 'nothing: the history has the calls, and with the update done the next one joins',
    test: `the panel meets a peer that is ${age}`,
  })),
];
