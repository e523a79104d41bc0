import { byId } from '../ui/dom';
import type { Address } from './address';

/** The three screens: before the meeting, in it, and after it. */
export class Screens {
  readonly #address: Address;
  readonly #join: (displayName: string, pin: string | undefined) => void;
  readonly #state = byId('state', HTMLElement);
  readonly #form = byId('prejoin', HTMLFormElement);
  readonly #note = byId('prejoin-note', HTMLElement);
  readonly #pinField = byId('pin-field', HTMLElement);
  readonly #meeting = byId('in-meeting', HTMLElement);

  /** @param join joins the meeting under that name, with that PIN */
  constructor(
    address: Address,
    brandName: string,
    join: (displayName: string, pin: string | undefined) => void,
  ) {
    this.#address = address;
    this.#join = join;
    document.title = `${address.alias} – ${brandName}`;
    byId('alias', HTMLElement).textContent = address.alias;
    const name = this.#form.elements.namedItem('displayName');
    if (name instanceof HTMLInputElement) name.value = address.displayName;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(this.#form);
      const pin = this.#pinField.hidden ? undefined : String(data.get('pin') ?? '');
      this.#enter(String(data.get('displayName') ?? ''), pin || address.pin);
    });
  }

  /** Joins with what the address names. */
  joinNow(): void {
    this.#enter(this.#address.displayName, this.#address.pin);
  }

  /** The prejoin screen, with a note on what is needed. */
  askToJoin(note: string, needsPin: boolean): void {
    this.#state.textContent = 'Not in the meeting';
    this.#note.textContent = note;
    this.#pinField.hidden = !needsPin;
    this.#form.hidden = false;
    this.#meeting.hidden = true;
  }

  showMeeting(): void {
    this.#state.textContent = 'In the meeting';
    this.#form.hidden = true;
    this.#meeting.hidden = false;
  }

  /** After the meeting, with the way back in. */
  showEnded(why: string): void {
    this.askToJoin(why, !this.#pinField.hidden);
    this.#state.textContent = 'Disconnected';
  }

  #enter(displayName: string, pin: string | undefined): void {
    this.#form.hidden = true;
    this.#state.textContent = 'Joining';
    this.#join(displayName, pin);
  }
}
