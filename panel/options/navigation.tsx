import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OPTIONS_STRINGS as STRINGS } from '../../strings/options';
import { folded } from '../ui/folded';
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
    const follow = () => {
      // A link from elsewhere leads to it whatever was searched for here.
      if (targetOf(location.hash)?.closest('[hidden]')) search('');
      showTarget();
    };
    window.addEventListener('hashchange', follow, stop);
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
  const target = targetOf(location.hash);
  target?.closest('section')?.scrollIntoView();
  if (target && 'value' in target) target.focus();
}

const targetOf = (hash: string) => document.getElementById(hash.slice(1));

/** Settings, and rows of the presets. */
const partsOf = (section: Element) => [
  ...section.querySelectorAll<HTMLElement>(':scope > .field, .manager > ul > li'),
];

/** The row of a group above a preset. */
function groupOf(part: Element): Element | null {
  let each: Element | null = part.matches('.entry') ? part : null;
  while (each && !each.matches('.group')) each = each.previousElementSibling;
  return each;
}

function leaveAll(within: HTMLElement | null): void {
  for (const section of within?.querySelectorAll<HTMLElement>(':scope > section') ?? [])
    for (const each of [section, ...partsOf(section)]) each.hidden = false;
}

/**
 * Hides the sections in which a word of the query is missing, and in the others the settings in which one is,
 * unless the title and what else it is called have them all. Returns the ids of the headings that are left.
 */
function leaveMatching(within: HTMLElement | null, query: string): string[] {
  const wanted = spoken(query).trim().split(/\s+/);
  const sections = [...(within?.querySelectorAll<HTMLElement>(':scope > section') ?? [])];
  return sections.flatMap((section) => {
    const heading = section.querySelector('h2');
    const title = `${heading?.textContent} ${otherWords(heading?.id)}`;
    const matches = (...elements: (Element | null)[]) => {
      const text = spoken([title, ...elements.map(textOf)].join(' '));
      return wanted.every((word) => text.includes(word));
    };
    section.hidden = !matches(section);
    const isWhole = matches();
    const parts = partsOf(section);
    for (const part of parts) part.hidden = !isWhole && !matches(part, groupOf(part));
    // A group is the heading of the presets that are left of it.
    for (const part of parts) groupOf(part)?.toggleAttribute('hidden', true);
    for (const part of parts) if (!part.hidden) groupOf(part)?.toggleAttribute('hidden', false);
    return section.hidden || !heading ? [] : [heading.id];
  });
}

/** Of a longer list, such as that of all countries, no choice is what somebody looks for. */
const MAX_CHOICES = 30;

/** `h323` finds H.323. */
const spoken = (text: string): string => folded(text).replaceAll('.', '');

/** The texts in an element, a space between two: labels that stand beside each other don’t make one word. */
function textOf(element: Element | null): string {
  const texts = element ? document.createTreeWalker(element, NodeFilter.SHOW_TEXT) : undefined;
  const found: (string | null)[] = [];
  while (texts?.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    const { length = 0 } = parentElement?.closest('select') ?? {};
    if (length <= MAX_CHOICES) found.push(nodeValue);
  }
  return found.join(' ');
}

/** What people may call a section whose texts call it something else. */
function otherWords(id = ''): string {
  const words: Readonly<Record<string, string | undefined>> = STRINGS.alsoCalled;
  return words[id] ?? '';
}
