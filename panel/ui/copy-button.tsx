import { useState } from 'preact/hooks';

type Props = {
  text: string;
  /** What the button says, and what comes of it. */
  words: { copy: string; copied: string; notCopied: string };
  /** Its name for assistive technology, where what it says is not enough. */
  label?: string;
  class: string;
  describedBy?: string;
  /** Where arrow keys lead to it, instead of Tab. */
  tabIndex?: -1;
  /** Receives what came of it, to say it to those who do not see the button. */
  announce?(outcome: string): void;
};

/** Copies a text, and says whether that went well: to everybody, in the button itself. */
export function CopyButton({ text, words, label, class: className, describedBy, tabIndex, announce }: Props) {
  const [outcome, setOutcome] = useState('');
  const show = (result: string) => {
    setOutcome(result);
    announce?.(result);
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => show(words.copied),
      () => show(words.notCopied),
    );
  return (
    <button
      type="button"
      class={className}
      aria-label={label && (outcome || label)}
      aria-describedby={describedBy}
      tabIndex={tabIndex}
      onClick={() => void copy()}
      onBlur={() => setOutcome('')}
    >
      {outcome || words.copy}
    </button>
  );
}
