import type { RPCCalls } from '@pexip/plugin-api';
import type { Result } from '../../../protocol/result';
import type { DialogOpening, DialogTemplate } from '../dialogs/opening';
import { type Asking, TOO_MANY } from '../isolation/requests';
import { ACTIONS, type Action } from '../meeting/actions';
import { createNewState } from '../plugins/state';
import { type Owner, runFor } from '../streams/owner';
import { chatTextOf, layoutOf } from './as-called';
import { type DialValue, dialOut } from './dial-out';
import { ask } from './reply';
import { sendRequest } from './send-request';

/** What the functions below need of the runtime. */
interface ApiParts {
  channel: Asking;
  /** The plugin whose code is calling, as far as that can be told. */
  caller(): Owner | undefined;
  register(registration: unknown): void;
  openDialog(template: DialogTemplate): DialogOpening;
  dispatch(action: Action): void;
}

type Transforms = RPCCalls['conference:setLayout']['payload']['transforms'];
type Uuid = RPCCalls['participant:disconnect']['payload']['participantUuid'];

/**
 * `window.PEX.pluginAPI`: the functions of the guides, and no others.
 * @see Plugin guide, "Plugin API functions"
 */
export function createPluginApi(parts: ApiParts) {
  const { channel, caller } = parts;
  let hasWarned = false;

  /**
   * What the meeting refuses is told under the plugin's name: the guides give a plugin no way to hear of
   * it.
   */
  async function told(what: string, asked: Promise<Result<unknown>>): Promise<boolean> {
    const owner = caller();
    const reply = await asked;
    if (!reply.ok) refused(owner, `${what} was refused`, reply.error);
    return reply.ok;
  }

  // Pexip's uuids are branded in the types alone.
  const spotlight = (what: string, uuid: string, enable: boolean) =>
    told(what, ask(channel, 'participant:spotlight', { participantUuid: uuid as Uuid, enable }));

  const transformLayout = (what: string, transforms: Transforms) =>
    told(what, ask(channel, 'conference:setLayout', { transforms }));

  return {
    registerPlugin: (registration: unknown): void => parts.register(registration),
    createNewState,
    /** Published plugins pass a callback, as PexRTC takes one. It receives the node's reply. */
    async sendRequest(path: string, given?: unknown, listener?: unknown): Promise<boolean> {
      const owner = caller();
      // Some leave the payload out.
      const [payload, callback] = typeof given === 'function' ? [undefined, given] : [given, listener];
      const reply = await sendRequest(channel, path, payload);
      if (!reply.ok) refused(owner, `sendRequest("${String(path)}") was refused`, reply.error);
      if (typeof callback !== 'function') return reply.ok;
      const value = reply.ok
        ? { status: 'success', result: reply.value }
        : { status: 'failed', result: reply.error };
      if (owner) runFor(owner, 'the callback of sendRequest', () => callback(value));
      else callback(value);
      return reply.ok;
    },
    openTemplateDialog: (template: DialogTemplate) => parts.openDialog(template),
    spotlightOnParticipant: (uuid: string) => spotlight('spotlightOnParticipant', uuid, true),
    spotlightOffParticipant: (uuid: string) => spotlight('spotlightOffParticipant', uuid, false),

    /**
     * The callback comes with the node's reply, not when somebody answers, as the recording plugin has it.
     */
    async dialOut(
      alias: string,
      protocol: string,
      role: string,
      callback?: (value: DialValue) => void,
      params?: Record<string, unknown>,
    ): Promise<void> {
      const owner = caller();
      const dialed = await dialOut(channel, alias, protocol, role, params);
      if (!dialed.ok) refused(owner, `dialOut("${String(alias)}") failed`, dialed.error);
      const value: DialValue = dialed.ok
        ? { status: 'success', result: [dialed.value] }
        : { status: 'failed', result: [] };
      if (typeof callback !== 'function') return;
      if (owner) runFor(owner, 'the callback of dialOut', () => callback(value));
      else callback(value);
    },

    disconnectParticipant: (uuid: string) =>
      told(
        'disconnectParticipant',
        ask(channel, 'participant:disconnect', { participantUuid: uuid as Uuid }),
      ),

    /** Being deprecated, says the guide. Taken are a layout's name, and the dictionary of its successor. */
    changeConferenceLayout(layout: unknown) {
      if (!hasWarned) console.warn('changeConferenceLayout is deprecated. Use transformConferenceLayout.');
      hasWarned = true;
      return transformLayout('changeConferenceLayout', layoutOf(layout));
    },
    transformConferenceLayout: (transforms: Transforms) =>
      transformLayout('transformConferenceLayout', transforms),

    async sendChatMessage(given: unknown): Promise<void> {
      const payload = chatTextOf(given);
      if (!(await told('sendChatMessage', ask(channel, 'conference:sendMessage', { payload })))) return;
      // Unlike a message that is received, published plugins expect the text itself.
      parts.dispatch({ type: ACTIONS.SEND_CHAT_MESSAGE, payload });
    },
  };
}

/** Reports a refusal, unless one sentence stands for all that are refused. */
function refused(owner: Owner | undefined, what: string, error: string): void {
  if (error !== TOO_MANY) owner?.report(`${what}: ${error}`);
}

export type PluginApi = ReturnType<typeof createPluginApi>;
