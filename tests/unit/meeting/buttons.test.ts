// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { answerButtonCalls } from '../../../meeting/webapp3/host/button-calls';
import { PluginElements } from '../../../meeting/webapp3/host/elements';
import type { PluginHost } from '../../../meeting/webapp3/host/plugin-host';
import { PluginFrames } from '../../../meeting/webapp3/ui/frames';

const frame = new PluginFrames().addPlugin({ src: 'about:blank', sandboxValues: [] });

function add(payload: unknown): unknown {
  const answers = new Map<string, (payload: unknown, from: unknown) => unknown>();
  const host = { on: (rpc: string, answer: never) => answers.set(rpc, answer) } as unknown as PluginHost;
  answerButtonCalls(host, new PluginElements(), () => undefined);
  return answers.get('ui:button:add')?.(payload, { frame });
}

it.each([
  ['a toolbar button without tooltip', { position: 'toolbar', icon: 'IconShuffle' }, 'ok'],
  [
    'a toolbar button whose tooltip isn’t text',
    { position: 'toolbar', icon: 'IconShuffle', tooltip: 7 },
    'failed',
  ],
  ['an icon that does not exist', { position: 'toolbar', icon: 'IconAdmin', tooltip: 'x' }, 'failed'],
  ['an action without label', { position: 'participantActions' }, 'failed'],
])('%s is answered', (_what, payload, status) => {
  expect(add(payload)).toMatchObject({ status });
});

it('makes a frame without id for a plugin that the manifest gives none', () => {
  expect(frame.iframe.hasAttribute('id')).toBe(false);
});
