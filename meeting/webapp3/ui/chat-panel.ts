import { byId, element } from './dom';

/** Web App 3's own chat: what `hiddenFunctionality: ["button-chat"]` takes away. */
export class ChatPanel {
  readonly #panel = byId('chat', HTMLElement);
  readonly #list = byId('chat-messages', HTMLUListElement);

  /** @param send is given what somebody has typed */
  constructor(send: (text: string) => void) {
    const form = byId('chat-form', HTMLFormElement);
    const input = form.querySelector('input');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = input?.value.trim() ?? '';
      if (!input || text === '') return;
      input.value = '';
      send(text);
    });
  }

  /** Adds a message, as text. */
  add(displayName: string, text: string): void {
    this.#list.append(element('li', {}, element('strong', {}, displayName), ` ${text}`));
  }

  /** Opens or closes the panel; says which. */
  toggle(): boolean {
    this.#panel.hidden = !this.#panel.hidden;
    return !this.#panel.hidden;
  }
}
