import { connectMeeting } from './external-chat-host.js';

/**
 * `<external-chat-meeting src="https://meet.example.com/webapp3/m/support">`: a meeting with its connection.
 * The plugin's messages are events of the element, as is what the library reports; the payload is `detail`.
 */
export class ExternalChatMeeting extends HTMLElement {
  #connection;

  connectedCallback() {
    const frame = document.createElement('iframe');
    frame.id = 'webapp3';
    frame.title = this.title || 'Meeting';
    frame.allow = 'camera; microphone; display-capture; fullscreen; autoplay';
    frame.width = this.getAttribute('width') ?? '900';
    frame.height = this.getAttribute('height') ?? '560';
    frame.src = this.getAttribute('src') ?? '';
    this.replaceChildren(frame);
    this.#connection = connectMeeting(frame, {
      answerMs: Number(this.getAttribute('answer-ms') ?? 60_000),
    });
    const names = ['ready', 'connected', 'disconnected', 'toggle-chat', 'message', 'reloaded', 'unreachable'];
    for (const name of names) {
      this.#connection.on(name, (detail) => this.dispatchEvent(new CustomEvent(name, { detail })));
    }
  }

  disconnectedCallback() {
    this.#connection?.close();
  }

  /** The connection, while the element is in the page. */
  get connection() {
    return this.#connection;
  }
}

customElements.define('external-chat-meeting', ExternalChatMeeting);
