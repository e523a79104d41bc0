import { useState } from 'preact/hooks';
import { CHAT_STRINGS } from '../../strings/chat';

/** Copies a text, and says whether that went well. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(CHAT_STRINGS.copied),
      () => setOutcome(CHAT_STRINGS.notCopied),
    );
  return (
    <button
      type="button"
      class="plain copy"
      aria-label={label && (outcome || label)}
      onClick={() => void copy()}
      onBlur={() => setOutcome('')}
    >
      {outcome || (label ? CHAT_STRINGS.copy : CHAT_STRINGS.copyAll)}
    </button>
  );
}
