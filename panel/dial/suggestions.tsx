import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { SUGGESTION_STRINGS } from '../../strings/suggestions';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';
import { fitAbove } from './fit-above';
import { createSuggestionList } from './suggestion-list';
import './suggestions.css';

const LIST_ID = 'suggestions';
const optionId = (id: string) => `suggestion-${id}`;
const field = () => document.getElementById(controlId('destination'));

/**
 * The list below *Destination*: a combobox with list autocomplete and manual selection. What Enter dials
 * changes only if a suggestion was chosen with the arrow keys or the pointer.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
export function Suggestions({ context }: { context: PanelContext }) {
  const listbox = useRef<HTMLDivElement>(null);
  const list = useMemo(() => createSuggestionList(context), [context]);
  const shown = list.shown.value;
  const active = list.active.value;
  useEffect(() => {
    const life = new AbortController();
    const input = field();
    if (input) list.follow(input, life.signal);
    return () => life.abort();
  }, [list]);

  useLayoutEffect(() => {
    const input = field();
    const isOpen = shown.length > 0;
    setAttribute(input, 'aria-expanded', String(isOpen));
    setAttribute(input, 'aria-controls', isOpen ? LIST_ID : undefined);
    setAttribute(input, 'aria-activedescendant', active && optionId(active));
    const below = input?.closest('form')?.querySelector('.actions');
    if (listbox.current && below) fitAbove(listbox.current, below);
    if (active) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (shown.length > 0) context.store.announce(SUGGESTION_STRINGS.count(shown.length));
  }, [shown.length]);

  if (shown.length === 0) return null;
  return (
    <div
      class="suggestions"
      id={LIST_ID}
      ref={listbox}
      role="listbox"
      tabIndex={-1}
      aria-label={SUGGESTION_STRINGS.suggestions}
      // A press leaves the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map(({ id, name, destination, source }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and takes the keys
        <div
          key={id}
          id={optionId(id)}
          role="option"
          tabIndex={-1}
          aria-selected={id === active}
          onClick={() => list.choose(id)}
        >
          {name && <bdi class="name">{name}</bdi>}
          <bdi dir="ltr">{destination}</bdi>
          <span class="source">{SUGGESTION_STRINGS.sources[source]}</span>
        </div>
      ))}
    </div>
  );
}

function setAttribute(element: Element | null, name: string, value: string | undefined): void {
  if (value === undefined) element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}
