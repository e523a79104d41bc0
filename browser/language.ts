import { markLanguage, setMessages } from '../locales/language';
import { browser } from './browser';

/**
 * Has the extension's texts come from `_locales`, in the user's language, and tells the document, if there is
 * one, which that is.
 */
export function applyBrowserLanguage(document?: Document): void {
  const text = (key: string) => browser.i18n.getMessage(key);
  // The browser falls back to English where it is in a language that there are no texts of.
  const chosen = text('language');
  const wanted = browser.i18n.getUILanguage();
  // `en-GB` has other dates than `en`.
  setMessages({ language: wanted.split('-')[0] === chosen ? wanted : chosen, text });
  if (document) markLanguage(document);
}
