import { type LogLine, messageNameOf } from '../../../../panel/log/entry';
import { PREFIX } from '../../../../protocol/wire';

let count = 0;

/** An entry of the log: a message of the protocol, unless its data is given as JSON. */
export function anEntry(
  name: string,
  payload: Record<string, unknown> = {},
  over: Partial<LogLine> = {},
): LogLine {
  const wire = over.verdict === 'asked' ? { type: name, ...payload } : { action: PREFIX + name, ...payload };
  count += 1;
  return {
    id: `1.${count}`,
    page: 1,
    at: Date.UTC(2026, 0, 1) + count,
    clock: count,
    verdict: 'accepted',
    meeting: 'meeting-1',
    frame: 'iframe#webapp3 › 0',
    origin: 'null',
    data: JSON.stringify(wire),
    name: messageNameOf(wire),
    ...over,
  };
}

/** A dial-out that was asked for, dialed and answered, with what there is to hide in it. */
export const aCallInTheLog = (): LogLine[] => {
  const request = {
    role: 'GUEST',
    destination: 'alice@example.com',
    protocol: 'sip',
    dtmf_sequence: '1234#',
  };
  return [
    anEntry('ready', { version: '1', features: ['request-id'] }),
    anEntry(
      'dial',
      { meeting: 'meeting-1', call: 'c1', request },
      { verdict: 'asked', frame: '', origin: '' },
    ),
    anEntry('dial-out', { ...request, requestId: 'c1' }, { verdict: 'sent', clock: 1_000 }),
    anEntry('dial-out-success', { uuid: 'u1', displayName: 'Alice', requestId: 'c1' }, { clock: 3_500 }),
    anEntry('dial-out-error', { message: 'alice@example.com is busy', requestId: 'c2' }),
    anEntry('', {}, { verdict: 'foreign', data: '{"type":"ad","to":"alice@example.com"}', name: 'ad' }),
  ];
};
