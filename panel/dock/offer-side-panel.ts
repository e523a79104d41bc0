/** Fields for tones and PINs, by their ids. The editor of a preset has those of the form, too. */
const SECRET_FIELD = /dial-dtmf_sequence$|^person-(?:tones|pin)$/;
const DESTINATION = /dial-destination$/;
/** Tones or a PIN behind what is dialed. */
const PIN_BEHIND = /[,;]\s*\d|(?:\*\*|\$\$)\d/;

/**
 * Offers the side panel as soon as somebody types a PIN or tones into a panel on a page. A page that takes
 * the focus gets the keys that follow, and nothing can stop it. The note comes once in each document.
 */
export function offerSidePanel(root: HTMLElement, isSidePanelPossible: () => Promise<boolean>): void {
  const said = new AbortController();
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !holdsSecret(target)) return;
    said.abort();
    void import('./typed-pin').then(
      ({ showTypedPin }) => showTypedPin(isSidePanelPossible),
      (error: unknown) => console.error('The note on typed PINs did not load:', error),
    );
  };
  root.addEventListener('input', onInput, { signal: said.signal });
}

const holdsSecret = ({ id, value }: HTMLInputElement): boolean =>
  SECRET_FIELD.test(id) ? value.trim() !== '' : DESTINATION.test(id) && PIN_BEHIND.test(value);
