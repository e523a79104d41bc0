import { formatList } from '../../locales/format';
import type { DialRequest } from '../../protocol/dial-fields';
import { parseDialRequest } from '../../protocol/dial-request';
import { LIMITS } from '../../protocol/limits';
import { type Mismatch, wrongAs } from '../../protocol/shape';
import { describeProblem, formatValue } from '../../strings/describe-fault';
import { STORED_STRINGS } from '../../strings/stored';

/** A dial request with a name, kept for the next time. */
export type Preset = {
  id: string;
  name: string;
  request: DialRequest;
  /** The name of those with which it stands. */
  group?: string;
  /** Set by an administrator: can be dialed and nothing else. */
  fixed?: true;
};

const KEY = 'preset.';

/**
 * Under which key of the store a preset stands. One key each, so that two devices can change two presets.
 */
export const presetKeyOf = ({ id }: Pick<Preset, 'id'>) => KEY + id;

/** Whether a preset stands under this key of the store, and not one that was quarantined. */
export const isPresetKey = (key: string) => key.startsWith(KEY) && !key.includes('.set-aside');

/** A preset as it is stored, with its place in the order. An older version leaves its group out. */
export const stored = ({ name, request, group }: Preset, order: number) => ({
  version: 1,
  name,
  order,
  request,
  ...(group && { group }),
});

/** Reads the name of a group; nothing where it is none. */
export const readGroup = (value: unknown): { group?: string } => {
  const group = typeof value === 'string' ? value.trim().slice(0, LIMITS.displayText) : '';
  return group ? { group } : {};
};

/** Reads a preset from the store. */
export function readStored(key: string, value: unknown): { preset: Preset; order: number } | Mismatch {
  if (typeof value !== 'object' || value === null) return wrongAs(STORED_STRINGS.noPreset);
  const { version, name, order, request, group }: Record<string, unknown> = { ...value };
  if (version !== 1) return wrongAs(STORED_STRINGS.unknownVersion(formatValue(version)));
  const read = parseDialRequest(request);
  if (!read.ok) return wrongAs(formatList(read.error.map(describeProblem)));
  const called = typeof name === 'string' && name.trim() ? name.trim() : read.value.destination;
  return {
    preset: {
      id: key.slice(KEY.length),
      name: called.slice(0, LIMITS.displayText),
      request: read.value,
      ...readGroup(group),
    },
    order: typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER,
  };
}
