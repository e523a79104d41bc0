import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { PREFIX } from '../../../protocol/wire';
import { blocksIn } from './support/documents';

/** Runs the host page of docs/integrate/host-page.md with a plugin inside its iframe. */
function runPage() {
  const { code } = blocksIn('docs/integrate/host-page.md').find((block) =>
    block.code.includes('function dialOut'),
  ) ?? { code: '' };
  const webapp3 = {};
  const chat = { hidden: true };
  const sent: object[] = [];
  const said: string[] = [];
  const plugin = {
    parent: webapp3,
    postMessage: (message: object, target: string) => sent.push({ ...message, target }),
  };
  let receive: (event: object) => void = () => undefined;
  const window = {
    addEventListener(_type: string, listener: typeof receive) {
      receive = listener;
    },
  };
  const document = {
    querySelector: (selector: string) => (selector === '#chat' ? chat : { contentWindow: webapp3 }),
  };
  const context = createContext({ window, document, console: { log: (text: string) => said.push(text) } });
  runInContext(code, context);
  const post = (name: string, payload: object = {}, from: object = {}) =>
    receive({ source: plugin, origin: 'null', data: { action: PREFIX + name, ...payload }, ...from });
  const dial = (destination: string) => {
    runInContext(`dialOut(${JSON.stringify(destination)})`, context);
  };
  return { chat, sent, said, post, dial };
}

describe('the host page without the library in docs/integrate/host-page.md', () => {
  it('answers ready with the state of button and badge', () => {
    const { sent, post } = runPage();
    post('ready');
    expect(sent).toEqual([
      { action: `${PREFIX}toggle-chat-button-state`, active: false, target: '*' },
      { action: `${PREFIX}toggle-chat-badge`, visible: false, target: '*' },
    ]);
  });

  it('opens and closes its chat, and answers with the new state', () => {
    const { chat, sent, post } = runPage();
    post('toggle-chat', { active: true });
    expect(chat.hidden).toBe(false);
    post('toggle-chat', { active: false });
    expect(chat.hidden).toBe(true);
    expect(sent).toMatchObject([{ active: true }, { active: false }]);
  });

  it('dials out, and reports the result', () => {
    const { sent, said, post, dial } = runPage();
    post('ready');
    dial('alice@example.com');
    const request = { destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' };
    expect(sent.at(-1)).toEqual({ action: `${PREFIX}dial-out`, ...request, target: '*' });
    post('dial-out-success', { displayName: 'Alice' });
    post('dial-out-error', { message: 'busy' });
    expect(said).toEqual(['Alice joined', 'busy']);
  });

  it.each([
    ['of another frame', { source: { parent: {} } }],
    ['without a source', { source: null }],
    ['of another origin', { origin: 'https://ads.example' }],
    ['of another protocol', { data: { action: 'hello' } }],
    ['without an action', { data: 'toggle-chat' }],
  ])('ignores a message %s', (_what, from) => {
    const { chat, sent, post } = runPage();
    post('toggle-chat', { active: true }, from);
    expect(chat.hidden).toBe(true);
    expect(sent).toEqual([]);
  });
});
