import type { FormInput, RPCCallPayload } from '@pexip/plugin-api';
import { element, onClick } from './dom';
import { makeField } from './form-fields';

function openDialog(
  title: string,
  description: string | undefined,
  onClose: () => void,
  ...content: HTMLElement[]
): HTMLDialogElement {
  const text = description ? [element('p', {}, description)] : [];
  const close = element('button', { type: 'button', 'aria-label': `Close ${title}` }, '✕');
  const dialog = element('dialog', { 'aria-label': title }, element('h2', {}, title), ...text, ...content);
  dialog.append(close);
  onClick(close, onClose);
  // The Escape key. What becomes of the dialog is the plugin's to say.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Opens a plugin's form. It stays open until the plugin removes it. `onInput` gets every submit, and empty
 * fields when the user closes the form.
 */
export function openForm(
  payload: RPCCallPayload<'ui:form:open'>,
  onInput: (input: FormInput) => void,
): HTMLElement {
  const fields = Object.entries(payload.form.elements).map(([key, field]) => ({
    key,
    ...makeField(key, field),
  }));
  const submit = element('button', { class: 'primary' }, payload.form.submitBtnTitle);
  const form = element('form', {}, ...fields.map(({ node }) => node), submit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onInput(Object.fromEntries(fields.map(({ key, read }) => [key, read()])));
  });
  const empty = Object.fromEntries(fields.map(({ key }) => [key, '']));
  return openDialog(payload.title, payload.description, () => onInput(empty), form);
}

/**
 * Opens a plugin's prompt; `onInput` gets the title of the pressed button, and `''` when the user closes
 * the prompt.
 */
export function openPrompt(
  payload: RPCCallPayload<'ui:prompt:open'>,
  onInput: (input: string) => void,
): HTMLElement {
  const { primaryAction, secondaryAction } = payload.prompt;
  const titles = [primaryAction, ...(secondaryAction ? [secondaryAction] : [])];
  const buttons = titles.map((title, index) => {
    const button = element('button', { type: 'button', class: index === 0 ? 'primary' : '' }, title);
    onClick(button, () => onInput(title));
    return button;
  });
  const actions = element('div', { class: 'actions' }, ...buttons);
  return openDialog(payload.title, payload.description, () => onInput(''), actions);
}
