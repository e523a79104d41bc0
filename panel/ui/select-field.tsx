import { describedControl, FieldFrame, type FieldTexts } from './field-frame';

type Props<Value extends string> = FieldTexts & {
  value: Value;
  /** Values with their texts, in the order in which they are shown. */
  choices: readonly (readonly [Value, string])[];
  disabled?: boolean;
  /** Called with the chosen value and the list, which shows that value until it is drawn again. */
  onChoose(value: Value, list: HTMLSelectElement): void;
};

/** A choice with its label, its help and its error. */
export function SelectField<Value extends string>({
  value,
  choices,
  disabled,
  onChoose,
  ...texts
}: Props<Value>) {
  return (
    <FieldFrame texts={texts}>
      <select
        {...describedControl(texts)}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as Value, currentTarget)}
      >
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
