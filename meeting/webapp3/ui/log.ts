import { element } from './dom';

const MAX_LINES = 500;
const MAX_DETAIL = 400;
const MAX_TEXT = 120;
const UUID = /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** JSON that fits a line: ids by their first eight digits, long texts (an icon's SVG) by their beginning. */
function shorten(detail: unknown): string {
  const json = JSON.stringify(detail, (_key, value: unknown) =>
    typeof value === 'string' && value.length > MAX_TEXT ? `${value.slice(0, 20)}…` : value,
  );
  const text = (json ?? '').replace(UUID, '$1…');
  return text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL)}…` : text;
}

/** The meeting's log: one readable line for each call of a plugin and each event of the meeting. */
export class MeetingLog {
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    this.#list = list;
  }

  /** Adds a line, e.g. `external-chat → ui:button:add {"position":"toolbar",…}`. */
  add(text: string, detail?: unknown): void {
    const time = new Date().toTimeString().slice(0, 8);
    this.#list.append(element('p', {}, element('time', {}, time), ` ${text} ${shorten(detail)}`.trimEnd()));
    if (this.#list.childElementCount > MAX_LINES) this.#list.firstElementChild?.remove();
    this.#list.scrollTop = this.#list.scrollHeight;
  }
}
