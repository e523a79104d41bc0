interface Described {
  displayName?: string;
  isConnecting?: boolean;
  uuid: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isParticipant = (value: unknown): value is Described =>
  isRecord(value) && typeof value.uuid === 'string' && 'serviceType' in value;

function nameOf({ displayName, isConnecting, uuid }: Described): string {
  return `${displayName || uuid}${isConnecting ? ' (connecting)' : ''}`;
}

/**
 * An event's payload, short enough for the log: a participant has forty fields, and one line says who it
 * is.
 */
export function summary(payload: unknown): unknown {
  if (isParticipant(payload)) return nameOf(payload);
  if (Array.isArray(payload)) return payload.map((item) => summary(item));
  if (!isRecord(payload)) return payload;
  const { rawData: _raw, id: _id, ...rest } = payload;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, summary(value)]));
}
