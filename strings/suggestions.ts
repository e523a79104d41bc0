import { strings } from '../locales/strings';

/** Texts of suggestions for a destination. */
export const SUGGESTION_STRINGS = strings('suggestions', {
  suggestions: 'Suggestions',
  count: { one: '{count} suggestion', other: '{count} suggestions' },
  sources: { preset: 'Preset', meeting: 'This meeting', history: 'Earlier' },
});
