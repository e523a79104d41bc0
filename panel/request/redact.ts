import type { DialRequest } from '../../protocol/dial-fields';
import { withoutSecrets, withoutSecretWords } from './redact-address';

/** A request without what is secret in it; `removed` if anything was. */
type Redacted = { request: DialRequest; removed: boolean };

/** Takes PINs, tones and stream keys out of a request, so that it may be written down. */
export function redact(request: DialRequest): Redacted {
  const { dtmf_sequence, ...rest } = request;
  const clean: DialRequest = { ...rest, destination: withoutSecrets(rest.destination) };
  for (const field of ['presentation_url', 'source'] as const) {
    const value = rest[field];
    if (value) clean[field] = withoutSecrets(value);
  }
  for (const field of ['text', 'remote_display_name', 'source_display_name'] as const) {
    const value = rest[field];
    if (value) clean[field] = withoutSecretWords(value);
  }
  const removed = dtmf_sequence !== undefined || JSON.stringify(clean) !== JSON.stringify(rest);
  return { request: clean, removed };
}

/**
 * Takes the same out of what a node says about the call: it repeats the destination in its words, whole, or
 * without the scheme, and names by it who has no name.
 */
export function redactText(text: string, { destination, dtmf_sequence = '' }: DialRequest): string {
  const whole = text.replaceAll(destination, () => withoutSecrets(destination));
  const words = whole.replace(/\S+/g, (word) => (/[@:/,;#*$%]/.test(word) ? withoutSecrets(word) : word));
  return dtmf_sequence.length < MIN_TONES ? words : words.replaceAll(dtmf_sequence, '\u2026');
}

/** Fewer occur in other words by chance. */
const MIN_TONES = 3;
