import type { EventMessage, WidgetPayload } from '@pexip/plugin-api';
import type { HostedFrame } from '../ui/frames';
import { showWidget, type Widget } from '../ui/widgets';
import type { PluginElements } from './elements';
import type { PluginHost } from './plugin-host';

type Trigger = EventMessage['ui:widget:onToggle']['payload']['trigger'];

interface OpenWidget extends Widget {
  owner: HostedFrame;
  isSidePanel: boolean;
}

/**
 * `ui:widget:*`: visible frames of a plugin, of which one at most is open in the side panel. A relative `src`
 * resolves against manifest.json, not against the plugin's own page.
 */
export function answerWidgetCalls(host: PluginHost, elements: PluginElements, manifest: string): void {
  const widgets = new Map<string, OpenWidget>();

  const setVisible = (id: string, visible: boolean, trigger: Trigger): void => {
    const widget = widgets.get(id);
    if (!widget || widget.isVisible() === visible) return;
    if (visible && widget.isSidePanel) {
      for (const [otherId, other] of widgets) {
        if (other.isSidePanel) setVisible(otherId, false, 'anotherSidePanel');
      }
    }
    widget.setVisible(visible);
    const payload = { widgetId: id, isVisible: visible, isRequest: false, trigger };
    host.emitTo(widget.owner, 'ui:widget:onToggle', payload);
  };

  const onHeaderClose = (id: string, payload: WidgetPayload, owner: HostedFrame): void => {
    const trigger = 'headerCloseButton';
    if (payload.avoidAutoToggle?.headerCloseButton) {
      // The plugin wants to decide for itself: it is only asked.
      const request = { widgetId: id, isVisible: true, isRequest: true, trigger } as const;
      host.emitTo(owner, 'ui:widget:onToggle', request);
    } else {
      setVisible(id, false, trigger);
    }
  };

  host.on('ui:widget:add', (payload, { frame: owner }) => {
    if (owner.isWidget) return { status: 'failed', reason: 'A widget cannot add widgets', id: '' };
    const isKnownType = payload?.type === 'sidePanel' || payload?.type === 'floating';
    if (!isKnownType || !URL.canParse(payload.src, manifest)) {
      return { status: 'failed', reason: 'Invalid widget: it needs a type and a src', id: '' };
    }
    const frame = host.frames.addWidget(owner, payload.title, new URL(payload.src, manifest).href);
    host.watch(frame);
    const widget = showWidget(payload, frame, () => onHeaderClose(id, payload, owner));
    const id = elements.add(owner, () => {
      widgets.delete(id);
      host.frames.remove(frame);
      widget.root.remove();
    });
    widgets.set(id, { ...widget, owner, isSidePanel: payload.type === 'sidePanel' });
    frame.iframe.addEventListener('load', () => host.emitTo(owner, 'ui:widget:onLoad', { widgetId: id }));
    return { status: 'ok', id };
  });

  host.on('ui:widget:toggle', ({ id }, { frame }) => {
    const widget = widgets.get(id);
    if (widget?.owner !== frame) return { status: 'failed', reason: 'No such element', id };
    setVisible(id, !widget.isVisible(), 'self');
    return { status: 'ok', id };
  });
}
