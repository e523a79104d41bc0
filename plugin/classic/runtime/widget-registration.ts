import { Channel, type PluginWidget, registerWidget } from '@pexip/plugin-api';
import { CLASSIC_PLUGIN_ID } from '../ids';

interface WidgetRegistration {
  widget: PluginWidget;
  /** A second end on the widget's own channel, for calls whose raw reply is needed. */
  channel: Channel;
}

/**
 * Registers the runtime with Web App 3. The published functions keep their channel to themselves; its id
 * is in the answer to `syn:widget`, which is read here in passing.
 * @throws Error if Web App 3 refuses
 */
export async function registerRuntime(): Promise<WidgetRegistration> {
  let channelId: string | undefined;
  const readChannelId = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return;
    const id: unknown = Reflect.get(data, 'rpc') === 'syn:widget' ? Reflect.get(data, 'chanId') : undefined;
    if (typeof id === 'string') channelId = id;
  };
  window.addEventListener('message', readChannelId);
  try {
    const widget = await registerWidget({ parentPluginId: CLASSIC_PLUGIN_ID });
    if (channelId === undefined) throw new Error('Web App 3 acknowledged the widget without a channel id.');
    return { widget, channel: new Channel(window.parent, channelId) };
  } finally {
    window.removeEventListener('message', readChannelId);
  }
}
