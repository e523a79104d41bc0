import type { TextareaHTMLAttributes } from 'preact';
import { describedControl, FieldFrame, type FieldTexts } from './field-frame';

/** Attributes that several lines of text may have. */
type TextAreaAttributes = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'aria-invalid' | 'class' | 'onInput' | 'rows' | 'value'
>;

type Props = FieldTexts & { attributes: TextAreaAttributes };

/**
 * Several lines for a computer, such as JSON, with their label, help and error: from left to right in every
 * language, and as they were typed.
 */
export function TextAreaField({ attributes, ...texts }: Props) {
  return (
    <FieldFrame texts={texts}>
      <textarea
        {...describedControl(texts)}
        dir="ltr"
        spellcheck={false}
        autocapitalize="none"
        {...attributes}
      />
    </FieldFrame>
  );
}
