import { readIcon } from '../ui/icons';
import type { ButtonPayload, PluginButton } from '../ui/plugin-button';
import type { PluginElements } from './elements';
import type { PluginHost } from './plugin-host';

const NO_ELEMENT = 'No such element';

function findIconFault(payload: ButtonPayload): string | undefined {
  if (payload.position === 'settingsMenu') return undefined;
  // Only a participant action may go without.
  if (payload.position === 'participantActions' && payload.icon === undefined) return undefined;
  const group = payload.position === 'toolbar' ? (payload.group ?? []) : [];
  const icons = [payload.icon, ...group.map(({ icon }) => icon)];
  return icons.every((icon) => readIcon(icon).ok) ? undefined : 'Invalid Icon name';
}

function findFault(payload: ButtonPayload): string | undefined {
  // A plugin may send what it likes, whatever the types say.
  const position: unknown = payload?.position;
  if (position !== 'toolbar' && position !== 'participantActions' && position !== 'settingsMenu') {
    return 'Invalid position';
  }
  // A toolbar button may go without its tooltip, as in published plugins.
  const text: unknown = payload.position === 'toolbar' ? (payload.tooltip ?? '') : payload.label;
  if (typeof text !== 'string') return payload.position === 'toolbar' ? 'Invalid tooltip' : 'Invalid label';
  return findIconFault(payload);
}

/** `ui:button:*`. `onChange` is called with the whole list whenever one was added, changed or removed. */
export function answerButtonCalls(
  host: PluginHost,
  elements: PluginElements,
  onChange: (buttons: PluginButton[]) => void,
): void {
  const buttons = new Map<string, PluginButton>();
  const changed = (): void => onChange([...buttons.values()]);

  host.on('ui:button:add', (payload, { frame }) => {
    const reason = findFault(payload);
    if (reason) return { status: 'failed', reason, id: '' };
    const id = elements.add(frame, () => {
      buttons.delete(id);
      changed();
    });
    buttons.set(id, { id, owner: frame, payload });
    changed();
    return { status: 'ok', id };
  });

  host.on('ui:button:update', ({ targetId, ...payload }, { frame }) => {
    const known = buttons.get(targetId);
    const reason = known?.owner === frame ? findFault(payload) : NO_ELEMENT;
    if (reason) return { status: 'failed', reason, id: targetId };
    // An update carries the whole button: a field that it leaves out is gone.
    buttons.set(targetId, { id: targetId, owner: frame, payload });
    changed();
    return { status: 'ok', id: targetId };
  });

  host.on('ui:removeElement', ({ id }, { frame }) =>
    elements.remove(frame, id) ? { status: 'ok', id } : { status: 'failed', reason: NO_ELEMENT, id },
  );
}
