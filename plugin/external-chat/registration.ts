import { Channel } from '@pexip/plugin-api';

/** Must equal the plugin's id in the branding manifest, or Web App 3 refuses it. */
const PLUGIN_ID = 'external-chat';

/**
 * Opens the plugin's channel to Web App 3. Each load has one of its own, or Web App 3 would take what this
 * one says for what an earlier load has said.
 *
 * `registerPlugin` of the same package is not used: it keeps the host's replies to itself, which are read
 * here, and three quarters of it are for what this plugin does not do. On the wire nothing differs.
 */
export const openChannel = (): Channel =>
  new Channel(window.parent, `${PLUGIN_ID}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`);

/**
 * Registers with Web App 3. Listeners for events of the meeting must be added before: Web App 3 sends its
 * initial events right after the answer.
 * @throws Error if Web App 3 refuses: another id in the manifest, or a plugin of this id twice.
 */
export async function register(channel: Channel): Promise<void> {
  const answer = await channel.callRPC('syn', { id: PLUGIN_ID, version: 0 });
  if (!answer.ack) throw new Error(`Web App 3 refused the plugin: ${answer.reason}`);
}
