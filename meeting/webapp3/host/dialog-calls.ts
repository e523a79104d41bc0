import { openForm, openPrompt } from '../ui/dialogs';
import { byId } from '../ui/dom';
import { showToast } from '../ui/toasts';
import type { PluginElements } from './elements';
import type { PluginHost } from './plugin-host';

/** `ui:toast:show`, `ui:form:open` and `ui:prompt:open`. */
export function answerDialogCalls(host: PluginHost, elements: PluginElements): void {
  host.on('ui:toast:show', (toast) => {
    showToast(byId('toasts', HTMLElement), toast);
    return { status: 'ok', id: crypto.randomUUID() };
  });

  host.on('ui:form:open', (payload, { frame }) => {
    const dialog = openForm(payload, (input) => host.emitTo(frame, 'ui:form:input', { modalId: id, input }));
    const id = elements.add(frame, () => dialog.remove());
    return { status: 'ok', id };
  });

  host.on('ui:prompt:open', (payload, { frame }) => {
    const dialog = openPrompt(payload, (input) =>
      host.emitTo(frame, 'ui:prompt:input', { modalId: id, input }),
    );
    const id = elements.add(frame, () => dialog.remove());
    return { status: 'ok', id };
  });
}
