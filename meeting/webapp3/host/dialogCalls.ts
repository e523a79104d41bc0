import { openForm, openPrompt } from '../ui/dialogs';
import { byId } from '../ui/dom';
import { showToast } from '../ui/toasts';
import type { PluginElements } from './elements';
import type { PluginHost } from './pluginHost';

/** Runs what shows a plugin's dialog; what a malformed payload makes it throw becomes the reason of the reply. */
function attempt(
  show: () => string,
): { status: 'ok'; id: string } | { status: 'failed'; reason: string; id: string } {
  try {
    return { status: 'ok', id: show() };
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error), id: '' };
  }
}

/** `ui:toast:show`, `ui:form:open` and `ui:prompt:open`. */
export function answerDialogCalls(host: PluginHost, elements: PluginElements): void {
  host.on('ui:toast:show', (toast) =>
    attempt(() => {
      showToast(byId('toasts', HTMLElement), toast);
      return crypto.randomUUID();
    }),
  );

  host.on('ui:form:open', (payload, { frame }) =>
    attempt(() => {
      const dialog = openForm(payload, (input) => {
        host.emitTo(frame, 'ui:form:input', { modalId: id, input });
      });
      const id = elements.add(frame, () => dialog.remove());
      return id;
    }),
  );

  host.on('ui:prompt:open', (payload, { frame }) =>
    attempt(() => {
      const dialog = openPrompt(payload, (input) => {
        host.emitTo(frame, 'ui:prompt:input', { modalId: id, input });
      });
      const id = elements.add(frame, () => dialog.remove());
      return id;
    }),
  );
}
