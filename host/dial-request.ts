import type { DialRequest } from '../protocol/dial-fields';

const REQUIRED = ['role', 'destination', 'protocol'] as const;

/**
 * Returns the required fields that a request lacks, as text. All values are checked by the plugin, which
 * leaves out blank ones: the same checks would weigh a tenth of this library.
 */
export const lacking = (request: DialRequest): string => REQUIRED.filter((name) => !request[name]).join(', ');
