import type { PluginEntry } from '../config/branding';
import { element } from './dom';

/** A frame that may speak the plugin API: a plugin's own, or a widget's. */
export interface HostedFrame {
  iframe: HTMLIFrameElement;
  /**
   * The id that the manifest gives the plugin, else the one that it registers under, and empty until then;
   * for a widget, that of the plugin which added it.
   */
  pluginId: string;
  isWidget: boolean;
  sandbox: string;
}

/** `allow-scripts` and exactly what the manifest names: without `allow-same-origin` the origin is opaque. */
function sandboxOf({ sandboxValues }: PluginEntry): string {
  return [...new Set(['allow-scripts', ...sandboxValues])].join(' ');
}

/**
 * The frames that Web App 3 has made for plugins. Elements are kept, because a reload may change their
 * window.
 */
export class PluginFrames {
  readonly #frames: HostedFrame[] = [];

  /** Makes a plugin's hidden frame; the caller puts it into the page. */
  addPlugin(plugin: PluginEntry): HostedFrame {
    const sandbox = sandboxOf(plugin);
    const iframe = element('iframe', {
      ...(plugin.id !== undefined && { id: plugin.id }),
      title: plugin.id ?? plugin.src,
      sandbox,
      src: plugin.src,
      width: '0',
      height: '0',
      'aria-hidden': 'true',
      tabindex: '-1',
      class: 'plugin',
    });
    return this.#keep({ iframe, pluginId: plugin.id ?? '', isWidget: false, sandbox });
  }

  /** Makes a widget's visible frame, in the sandbox of the plugin that asks for it. */
  addWidget(owner: HostedFrame, title: string, src: string): HostedFrame {
    const iframe = element('iframe', { title, sandbox: owner.sandbox, src, class: 'widget' });
    return this.#keep({ iframe, pluginId: owner.pluginId, isWidget: true, sandbox: owner.sandbox });
  }

  /** The frame whose window this is; a message of any other window is not for us. */
  ofWindow(source: MessageEventSource | null): HostedFrame | undefined {
    return this.#frames.find(({ iframe }) => source !== null && iframe.contentWindow === source);
  }

  /** Takes a frame out of the page. */
  remove(frame: HostedFrame): void {
    frame.iframe.remove();
    this.#frames.splice(this.#frames.indexOf(frame), 1);
  }

  #keep(frame: HostedFrame): HostedFrame {
    this.#frames.push(frame);
    return frame;
  }
}
