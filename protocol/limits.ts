/**
 * How much of anything the protocol carries. Text that is only shown is cut at its limit; text that is
 * acted upon (a destination, an id) is refused beyond it, because a shortened address is another address.
 */
export const LIMITS = {
  destination: 512,
  url: 2048,
  displayText: 256,
  dtmf: 128,
  id: 128,
  errorText: 1024,
  features: 64,
  calls: 1000,
  alias: 256,
} as const;
