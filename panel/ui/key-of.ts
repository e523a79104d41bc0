/**
 * Returns which key was pressed; '' while an input method composes a word, which has Enter, Escape and the
 * arrows for itself. So has the press that ends the word: some browsers mark it with the code 229 alone.
 */
export const keyOf = ({ key, keyCode, isComposing }: KeyboardEvent): string =>
  isComposing || keyCode === 229 ? '' : key;
