import { element } from '../ui/dom';

const MAX_LINES = 500;
const MAX_DETAIL = 400;

/** The meeting's log: one readable line for each call of a plugin and each event of the meeting. */
export class MeetingLog {
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    this.#list = list;
  }

  /** Adds a line, e.g. `external-chat → ui:button:add {"position":"toolbar",…}`. */
  add(text: string, detail?: unknown): void {
    const json = detail === undefined ? '' : ` ${JSON.stringify(detail)}`;
    const time = new Date().toTimeString().slice(0, 8);
    const cut = json.length > MAX_DETAIL ? `${json.slice(0, MAX_DETAIL)}…` : json;
    this.#list.append(element('p', {}, element('time', {}, time), ` ${text}${cut}`));
    if (this.#list.childElementCount > MAX_LINES) this.#list.firstElementChild?.remove();
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
