import type { TraceVerdict } from '../../protocol/trace';
import { payloadOf } from './entry';

/** Fields that hold what is nobody else's business, and what stands there instead. */
const KINDS: Readonly<Record<string, string>> = {
  destination: 'destination',
  source: 'destination',
  presentation_url: 'url',
  displayName: 'name',
  display_name: 'name',
  source_display_name: 'name',
  remote_display_name: 'name',
  alias: 'alias',
  conferenceAlias: 'alias',
  conferenceName: 'alias',
  text: 'text',
  overlayText: 'text',
  draft: 'text',
  dtmf_sequence: 'tones',
  digits: 'tones',
  pin: 'pin',
  token: 'token',
};

/** Shorter ones occur in other texts by chance. */
const MIN_LENGTH = 3;
/** More are not remembered: texts of a chat are many, and nobody repeats them in a reason. */
const MAX_KNOWN = 2_000;
const HIDDEN = '•••';

/**
 * Takes out what is nobody else's business. The same value gets the same name everywhere, as in
 * `destination-1`.
 */
interface Masker {
  /** A payload, as JSON. Of what is not of the protocol, no text at all is left. */
  json(data: string, verdict: TraceVerdict): string;
  /** Any value, by the names of its fields. */
  value(value: unknown): unknown;
}

/** Creates a masker that knows no value yet. */
export function createMasker(): Masker {
  const known = new Map<string, string>();
  const counts: Record<string, number> = {};

  function nameFor(kind: string, secret: string): string {
    const named = known.get(secret);
    if (named) return named;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const name = `${kind}-${counts[kind]}`;
    if (known.size < MAX_KNOWN) known.set(secret, name);
    return name;
  }

  /** A reason or a report may name what a field elsewhere holds. */
  function withoutSecrets(text: string): string {
    let clean = text;
    for (const [secret, name] of known)
      if (secret.length >= MIN_LENGTH) clean = clean.replaceAll(secret, name);
    return clean;
  }

  function walk(value: unknown, field: string): unknown {
    const kind = Object.hasOwn(KINDS, field) ? KINDS[field] : undefined;
    if (typeof value === 'string') {
      if (kind && value !== '') return kind === 'tones' || kind === 'pin' ? HIDDEN : nameFor(kind, value);
      return field === 'action' || field === 'type' ? value : withoutSecrets(value);
    }
    if (typeof value === 'number' && kind) return HIDDEN;
    if (Array.isArray(value)) return value.map((each) => walk(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
  }

  return {
    json(data, verdict) {
      const payload = payloadOf({ data });
      if (payload === undefined) return '';
      // Of an unknown message, nobody knows which field holds a secret.
      const kept = verdict === 'name' ? 'action' : undefined;
      if (verdict !== 'foreign' && kept === undefined) return JSON.stringify(walk(payload, ''));
      return JSON.stringify(payload, (name, value: unknown) =>
        typeof value === 'string' && name !== kept ? HIDDEN : value,
      );
    },
    value: (value) => walk(value, ''),
  };
}
