import type { InputHTMLAttributes, Ref } from 'preact';
import { describedControl, FieldFrame, type FieldTexts } from './field-frame';

/** Attributes that an input of text may have. */
export type TextAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'aria-autocomplete'
  | 'aria-expanded'
  | 'aria-required'
  | 'autocapitalize'
  | 'dir'
  | 'disabled'
  | 'inputMode'
  | 'onChange'
  | 'onInput'
  | 'onKeyDown'
  | 'spellcheck'
  | 'value'
> & { role?: 'combobox' };

type Props = FieldTexts & { attributes: TextAttributes; inputRef?: Ref<HTMLInputElement> };

/**
 * One line of text with its label, its help and its error. `attributes` are those of the input. Browsers keep
 * nothing that is typed here for later, and show no list of their own over what is below.
 */
export function TextField({ attributes, inputRef, ...texts }: Props) {
  return (
    <FieldFrame texts={texts}>
      <input
        {...(inputRef && { ref: inputRef })}
        {...describedControl(texts)}
        type="text"
        autocomplete="off"
        {...attributes}
      />
    </FieldFrame>
  );
}
