import type { PreviewView } from './preview-view';
import { at } from './steps-to-view';

const SCENARIO = JSON.stringify({
  version: 1,
  name: 'A call with a very long name for its scenario, in more than one line',
  steps: [
    { name: 'The plugin is in the meeting', do: 'expect-status', status: 'in-meeting' },
    { name: 'The Chat button is turned on', do: 'set-chat', active: true },
    { name: 'It is on', do: 'expect-chat', active: true },
    { name: 'The badge is shown by somebody else', do: 'expect-badge', visible: true, within: 0.1 },
    { name: 'The badge is hidden again', do: 'set-badge', visible: false },
  ],
});

/** Every state of Testing. */
export const TESTING_PREVIEWS: readonly PreviewView[] = [
  { name: 'log', state: 'calls', steps: at('log', ['wait', '#log-search']) },
  { name: 'log-empty', state: 'no-meeting', steps: at('log', ['wait', '#log-search']) },
  { name: 'scenario', state: 'ready', steps: at('tests', ['wait', '#scenario-choice']) },
  {
    name: 'scenario-wrong',
    state: 'ready',
    steps: at('tests', ['select', '#scenario-choice', 'own'], ['fill', '#scenario-text', '{"version": 2}']),
  },
  {
    name: 'scenario-run',
    state: 'calls',
    steps: at(
      'tests',
      ['select', '#scenario-choice', 'own'],
      ['fill', '#scenario-text', SCENARIO],
      ['click', '.scenarios button[type="submit"]'],
      ['wait', '.scenario-report[data-state="failed"]'],
    ),
  },
  {
    name: 'diagnostics',
    state: 'errors',
    steps: at('tests', ['click', '.diagnostics button'], ['wait', '.finding']),
  },
  {
    name: 'diagnostics-no-meeting',
    state: 'no-meeting',
    steps: at('tests', ['click', '.diagnostics button'], ['wait', '.finding']),
  },
];
