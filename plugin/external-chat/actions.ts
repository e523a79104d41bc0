import type { RPCCalls } from '@pexip/plugin-api';
import type { PluginMessage } from '../../protocol/messages';
import type { ActionName, PersonAction } from '../../protocol/person-actions';
import { field } from '../field';
import type { Channel } from './channel';
import { refusalIn } from './node-calls';
import type { PeopleReport } from './people';

/** The call of each action, with the name of its field there, and in the action where that differs. */
const CALLS: Readonly<
  Record<Exclude<ActionName, 'set-role' | 'transfer'>, readonly [keyof RPCCalls, string?, string?]>
> = {
  mute: ['participant:mute', 'mute', 'muted'],
  'mute-video': ['participant:muteVideo', 'muteVideo', 'muted'],
  admit: ['participant:admit'],
  disconnect: ['participant:disconnect'],
  spotlight: ['participant:spotlight', 'enable', 'active'],
  'raise-hand': ['participant:raiseHand', 'raise', 'raised'],
  dtmf: ['participant:sendDTMF', 'digits'],
  'mute-all-guests': ['conference:muteAllGuests', 'mute', 'muted'],
  lock: ['conference:lock', 'lock', 'locked'],
  'text-overlay': ['participant:setTextOverlay', 'text'],
  'disconnect-all': ['conference:disconnectAll'],
};

/** How long a new role may take to show in the roster. */
const ROLE_MS = 3_000;

/**
 * Carries out an action on people. The roster shows its effect; a refusal is reported in the node's words.
 */
export async function carryOut(
  channel: Channel,
  people: PeopleReport,
  send: (message: PluginMessage) => void,
  action: PersonAction,
): Promise<void> {
  const named = 'participantUuid' in action ? action.participantUuid : undefined;
  const uuid = named ?? people.self?.participantUuid;
  const call = async (rpc: keyof RPCCalls, payload: object) => {
    const participant = rpc.startsWith('participant') && { participantUuid: uuid };
    // Pexip's uuids are branded in the types alone, and the table below has each call's own payload.
    const reply: unknown = await channel.callRPC(rpc, { ...participant, ...payload } as never);
    // The SDK's `setRole` returns nothing, whatever came of it.
    return rpc === 'participant:setRole' && reply === undefined ? undefined : refusalIn(reply);
  };

  async function setRole(role: string): Promise<string | undefined> {
    const isHost = role === 'host';
    const isSet = () => people.of(uuid)?.isHost === isHost;
    let refusal: string | undefined;
    // Its types say `chair`, the field says `host`: whichever of the two it does not know is refused or
    // ignored.
    for (const word of isHost ? ['host', 'chair'] : ['guest']) {
      refusal = await call('participant:setRole', { role: word });
      if (refusal === undefined) await passed(isSet);
      if (isSet()) return undefined;
    }
    return refusal ?? 'the role has not changed';
  }

  function perform(): Promise<string | undefined> {
    if (action.name === 'set-role') return setRole(action.role);
    if (action.name === 'transfer') {
      const { alias: destination, role = 'guest', pin = '' } = action;
      return call('participant:transfer', { destination, role, pin });
    }
    const [rpc, to = '', from = to] = CALLS[action.name];
    return call(rpc, to === '' ? {} : { [to]: field(action, from) });
  }

  const message = await perform();
  if (message === undefined) return;
  send({
    name: 'action-error',
    request: action.name,
    message,
    requestId: action.requestId,
    participantUuid: named,
  });
}

/** Waits until it is so, or for as long as a role may take. */
async function passed(isSo: () => boolean): Promise<void> {
  const end = Date.now() + ROLE_MS;
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, ROLE_MS / 20));
}
