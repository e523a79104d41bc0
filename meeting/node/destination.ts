/**
 * Dial destinations behave by their text, so that every outcome of a real dial-out can be shown on demand.
 *
 * | user part  | what happens                                       |
 * |------------|----------------------------------------------------|
 * | `busy`     | refused by the node, in words                      |
 * | `noroute`  | refused without words: no participant is created   |
 * | `noanswer` | rings for ever                                     |
 * | `slow`     | joins after seconds                                |
 * | `leave`    | joins, then leaves                                 |
 * | `wave`     | joins and raises a hand                            |
 * | `muted`    | joins and mutes themselves                         |
 * | `present`  | joins and presents                                 |
 * | `lobby`    | waits in the lobby until admitted                  |
 * | `stubborn` | joins; every action on them is refused, in words   |
 * | any other  | joins after a short ring                           |
 */
type Destination =
  | { kind: 'refused'; reason: string }
  | { kind: 'no-route' }
  | { kind: 'answers' | 'noanswer' | 'slow' | 'leave'; address: string; uri: string };

const SCHEME = /^(sips?|h323|mssip):/i;
// A dialed alias or E.164 number: what a registrar would take without a domain.
const BARE_ALIAS = /^\+?[\w.*#-]+$/;
const USER = /^[^\s@<>"]+$/;
const HOST =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

function refuse(destination: string, why: string): Destination {
  return {
    kind: 'refused',
    reason: `Call to ${destination.trim() || 'an empty destination'} was refused: ${why}`,
  };
}

function isRtmpUrl(text: string): boolean {
  return /^rtmps?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}

/**
 * Decides what becomes of a call from its destination alone.
 *
 * @param destination the dial body's destination, as the caller typed it
 * @param protocol the dial body's protocol; RTMP takes a URL, the others an address, an alias or a number
 */
export function readDestination(destination: string, protocol: string): Destination {
  const text = destination.trim();
  if (text === '') return refuse(destination, 'destination is empty');
  if (/\s/.test(text)) return refuse(destination, 'destination has a space in it');
  if (protocol === 'rtmp' || /^rtmps?:/i.test(text)) {
    if (!isRtmpUrl(text))
      return refuse(destination, 'an RTMP destination is a URL such as rtmp://host/app/stream');
    return { kind: 'answers', address: text, uri: text };
  }
  const address = text.replace(SCHEME, '');
  const [user = '', host, ...more] = address.split('@');
  if (more.length > 0) return refuse(destination, 'destination has more than one @');
  if (host === undefined && !BARE_ALIAS.test(address))
    return refuse(destination, 'not an address, alias or number');
  if (host !== undefined && !USER.test(user)) return refuse(destination, 'nobody is named before the @');
  if (host !== undefined && !HOST.test(host)) return refuse(destination, 'no valid host after the @');

  const name = user.toLowerCase();
  if (name === 'busy') return refuse(destination, 'busy');
  if (name === 'noroute') return { kind: 'no-route' };
  const kind = name === 'noanswer' || name === 'slow' || name === 'leave' ? name : 'answers';
  return { kind, address, uri: protocol === 'h323' ? `h323:${address}` : `sip:${address}` };
}
