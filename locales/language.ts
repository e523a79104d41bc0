/** The languages that there are translations for, and English, which is written beside the code. */
export const LANGUAGES = ['en', 'nb', 'de', 'fr', 'es', 'ar'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Where texts come from, and the language that they are in. */
type Messages = {
  /** A BCP 47 tag, such as `nb` or `en-GB`, for dates and numbers beside the texts. */
  language: string;
  /** The text of a key, or nothing where there is none. */
  text(key: string): string;
};

const ENGLISH: Messages = { language: 'en', text: () => '' };

let messages = ENGLISH;

/**
 * Sets the texts of this document. To be called before anything is shown; until then, and in a
 * document without an extension, the texts are in English.
 */
export function setMessages(given: Messages = ENGLISH): void {
  messages = given;
}

/** The language of the texts, as a BCP 47 tag. */
export const language = (): string => messages.language;

/** The text of a key in that language, or nothing. */
export const textOf = (key: string): string => messages.text(key);

const isRightToLeft = (): boolean => /^ar\b/.test(language());

/**
 * A value, isolated in a text from right to left: the parts of an address would change places there. One
 * that has such a value in it is a text itself, from right to left whatever it begins with.
 */
export const isolated = (value: unknown): string =>
  isRightToLeft() ? `${String(value).includes('\u2068') ? '\u2067' : '\u2068'}${value}\u2069` : String(value);

/** Says of a document which language it is in. */
export function markLanguage({ documentElement }: Document): void {
  documentElement.lang = language();
  documentElement.dir = isRightToLeft() ? 'rtl' : 'ltr';
}
