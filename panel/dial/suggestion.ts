import type { DialRequest } from '../../protocol/dial-fields';

/** A destination that can be filled in, with what is known of it. `destination` and `name` hold no secret. */
export type Suggestion = {
  id: string;
  source: 'preset' | 'meeting' | 'history';
  destination: string;
  name?: string | undefined;
  /** What is filled in. */
  request: DialRequest;
  /** PINs, tones or keys are missing in the request. */
  removed?: boolean | undefined;
};

const MAX_SUGGESTIONS = 8;

/** Returns the suggestions that contain every word of a text; those that begin with it come first. */
export function suggestionsFor(suggestions: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const text = comparable(typed);
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return typed.trim() === '' ? suggestions.slice(0, MAX_SUGGESTIONS) : [];
  const found = suggestions.flatMap((suggestion) => {
    const destination = comparable(suggestion.destination);
    const name = comparable(suggestion.name ?? '');
    const all = `${name} ${destination}`;
    // What is typed in full needs no completion.
    if (destination === text || !words.every((word) => all.includes(word))) return [];
    return [{ suggestion, rank: destination.startsWith(text) || name.startsWith(text) ? 0 : 1 }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ suggestion }) => suggestion);
}

const SCHEME = /^(?:sips?|h323|mssip|tel):(?:\/\/)?/;

/** Without case, accents and scheme: people remember neither. */
const comparable = (text: string): string =>
  text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(SCHEME, '');
