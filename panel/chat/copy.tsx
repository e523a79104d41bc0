import { useState } from 'preact/hooks';
import { CHAT_STRINGS } from '../../strings/chat';

/** Copies a text, and says whether that went well. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(CHAT_STRINGS.copied),
      () => setSaid(CHAT_STRINGS.notCopied),
    );
  return (
    <button
      type="button"
      class="plain copy"
      aria-label={label && (said || label)}
      onClick={() => void copy()}
      onBlur={() => setSaid('')}
    >
      {said || (label ? CHAT_STRINGS.copy : CHAT_STRINGS.copyAll)}
    </button>
  );
}
