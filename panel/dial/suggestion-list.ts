import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { HISTORY_STRINGS } from '../../strings/history';
import { AT_FORM } from '../request/dialer';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';
import { type Suggestion, suggestionsFor } from './suggestion';
import { suggestionKeys } from './suggestion-keys';
import { followSuggestions } from './suggestion-sources';

/** What is suggested below the field, and which of it the arrow keys have reached. */
type SuggestionList = {
  /** Empty while the list is closed. */
  shown: ReadonlySignal<readonly Suggestion[]>;
  active: Signal<string | undefined>;
  choose(id: string): void;
  /** Follows the field until `stop` aborts. */
  follow(input: HTMLElement, stop: AbortSignal): void;
};

/** Makes the list, open: the first letter has loaded it. */
export function createSuggestionList(context: PanelContext): SuggestionList {
  const { store } = context;
  const hasFocus = signal(document.activeElement?.id === controlId('destination'));
  const isAsked = signal(hasFocus.peek());
  const active = signal<string>();
  const all = followSuggestions(context, hasFocus);
  const shown = computed(() =>
    hasFocus.value && isAsked.value ? suggestionsFor(all.value, store.form.typed.value.destination) : [],
  );
  const open = () => {
    isAsked.value = true;
    active.value = undefined;
  };
  const close = () => {
    isAsked.value = false;
    active.value = undefined;
  };
  const choose = (id: string) => {
    const chosen = shown.peek().find((each) => each.id === id);
    close();
    if (!chosen) return;
    store.form.fill(chosen.request);
    const notice = chosen.removed ? HISTORY_STRINGS.removed : '';
    store.showNotice(AT_FORM, notice);
    if (notice) store.announce(notice);
  };
  const keys = suggestionKeys({ ids: () => shown.peek().map(({ id }) => id), active, open, close, choose });
  return {
    shown,
    active,
    choose,
    follow(input, stop) {
      const on = <Name extends keyof HTMLElementEventMap>(
        name: Name,
        listener: (event: HTMLElementEventMap[Name]) => void,
      ) => input.addEventListener(name, listener, { signal: stop });
      on('input', open);
      on('keydown', keys);
      on('focus', () => {
        hasFocus.value = true;
      });
      on('blur', () => {
        hasFocus.value = false;
        close();
      });
    },
  };
}
