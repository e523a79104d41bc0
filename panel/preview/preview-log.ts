import type { PeerTrace, Traced } from '../../protocol/trace';
import { PREFIX } from '../../protocol/wire';

const WAY = 'iframe#webapp3 › 0';
const BEGAN = Date.now() - 60_000;

const said = (
  verdict: Traced['verdict'],
  clock: number,
  wire: Record<string, unknown>,
  over: Partial<Traced> = {},
): Traced => ({
  at: BEGAN + Math.round(clock),
  clock,
  verdict,
  meeting: 'one',
  frame: WAY,
  origin: 'null',
  data: JSON.stringify(wire),
  ...over,
});

const of = (name: string, fields: object = {}) => ({ action: PREFIX + name, ...fields });
const ALICE = { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' };

/** A short conversation for the log of the panel on a plain page. */
export const PREVIEW_LOG: PeerTrace = {
  type: 'trace',
  page: 1,
  from: 0,
  entries: [
    said('sent', 10, of('hello'), { frame: '', origin: '*', meeting: undefined }),
    said('accepted', 31.4, of('ready', { version: '0.1.0', features: ['chat', 'dial-out', 'request-id'] })),
    said('sent', 31.6, of('toggle-chat-button-state', { active: false })),
    said('sent', 31.7, of('toggle-chat-badge', { visible: false })),
    said('accepted', 33.2, of('button-state', { active: false, badge: false })),
    said(
      'foreign',
      900,
      { type: 'impression' },
      { frame: '1', origin: 'https://ads.example', meeting: undefined },
    ),
    said('source', 910, of('ready'), { frame: '1', origin: 'https://ads.example', meeting: undefined }),
    said('accepted', 5200, of('toggle-chat', { active: true })),
    said('sent', 5200.3, of('toggle-chat-button-state', { active: true })),
    said(
      'asked',
      9000,
      { type: 'dial', meeting: 'one', call: 'c1', request: ALICE },
      { frame: '', origin: '' },
    ),
    said('sent', 9000.4, of('dial-out', { ...ALICE, requestId: 'c1' })),
    said('shape', 9100, of('toggle-chat', { active: 'yes' }), { meeting: undefined }),
    said('origin', 9200, of('toggle-chat', { active: true }), {
      origin: 'https://evil.example',
      meeting: undefined,
    }),
    said('accepted', 15_200, of('dial-out-success', { uuid: 'u1', displayName: 'Alice', requestId: 'c1' })),
  ],
};
