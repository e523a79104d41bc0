import { Channel, type Plugin, registerPlugin } from '@pexip/plugin-api';

/** Must equal the plugin's id in the branding manifest, or Web App 3 refuses it. */
export const PLUGIN_ID = 'external-chat';

export interface Registration {
  plugin: Plugin;
  /** A second end on the plugin's own channel, for calls whose raw reply is needed. */
  channel: Channel;
}

/**
 * Registers with Web App 3.
 *
 * `registerPlugin` keeps its channel to itself, and its calls keep the host's replies to themselves. The
 * channel's id stands in the answer to `syn`, which is read here in passing.
 * @throws Error if Web App 3 refuses: another id in the manifest, or a plugin of this id twice.
 */
export async function register(): Promise<Registration> {
  let channelId: string | undefined;
  const readChannelId = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return;
    const id: unknown = Reflect.get(data, 'rpc') === 'syn' ? Reflect.get(data, 'chanId') : undefined;
    if (typeof id === 'string') channelId = id;
  };
  window.addEventListener('message', readChannelId);
  try {
    const plugin = await registerPlugin({ id: PLUGIN_ID, version: 0 });
    if (channelId === undefined) throw new Error('Web App 3 acknowledged the plugin without a channel id.');
    return { plugin, channel: new Channel(window.parent, channelId) };
  } finally {
    window.removeEventListener('message', readChannelId);
  }
}
