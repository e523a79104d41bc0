import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OPTIONS_STRINGS as STRINGS } from '../../strings/options';
import './navigation.css';

/** The id of a section's heading, and what that says. */
export type Section = readonly [id: string, title: string];

type Props = {
  sections: readonly Section[];
  /** Where the sections are. */
  within: RefObject<HTMLElement | null>;
  /** Whether all that is read at first is there: what a link leads to would still move. */
  isThere: boolean;
};

/** Links to the sections, and a field that leaves only those in which something matches. */
export function Navigation({ sections, within, isThere }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly string[]>();
  useEffect(() => {
    if (isThere) showTarget();
  }, [isThere]);
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener('hashchange', showTarget, stop);
    return () => stop.abort();
  }, []);
  const search = (text: string) => {
    setQuery(text);
    if (text.trim() !== '') return setFound(leaveMatching(within.current, text));
    leaveAll(within.current);
    setFound(undefined);
  };
  return (
    <div class="options-side">
      <label class="unseen" for="options-search">
        {STRINGS.search}
      </label>
      <input
        id="options-search"
        type="search"
        placeholder={STRINGS.search}
        value={query}
        onInput={({ currentTarget }) => search(currentTarget.value)}
      />
      {found && (
        <p class="help" role="status">
          {found.length === 0 && STRINGS.nothingFound(query.trim())}
        </p>
      )}
      <nav aria-label={STRINGS.sections}>
        <ul>
          {sections
            .filter(([id]) => found?.includes(id) ?? true)
            .map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  );
}

/** Brings what the address names into sight; a control of a setting gets the focus. */
function showTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  target?.closest('section')?.scrollIntoView();
  if (target && 'value' in target) target.focus();
}

const plain = (text: string | null) => (text ?? '').toLocaleLowerCase();

const partsOf = (section: Element) => [...section.querySelectorAll<HTMLElement>(':scope > .field')];

function leaveAll(within: HTMLElement | null): void {
  for (const section of within?.querySelectorAll<HTMLElement>(':scope > section') ?? [])
    for (const each of [section, ...partsOf(section)]) each.hidden = false;
}

/**
 * Hides the sections without a match, and in the others the settings without one, unless it is the title that
 * matches. Returns the ids of the headings that are left.
 */
function leaveMatching(within: HTMLElement | null, query: string): string[] {
  const wanted = plain(query).trim();
  const matches = (element: Element | null) => plain(element?.textContent ?? '').includes(wanted);
  const sections = [...(within?.querySelectorAll<HTMLElement>(':scope > section') ?? [])];
  return sections.flatMap((section) => {
    const heading = section.querySelector('h2');
    section.hidden = !matches(section);
    const isWhole = matches(heading);
    for (const part of partsOf(section)) part.hidden = !isWhole && !matches(part);
    return section.hidden || !heading ? [] : [heading.id];
  });
}
