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
  /** Calls of one meeting that are kept; the oldest make room. */
  calls: 1000,
  /** Calls of one meeting that may wait for an answer at once. */
  openCalls: 64,
  /** People of one meeting. */
  participants: 5000,
  /** Destinations that are read of one list. */
  list: 5000,
  alias: 256,
  message: 4096,
  /** JSON of one traced message; the peer cuts it far shorter. */
  traced: 50_000,
  /** As many traced messages are told at once, and kept by a panel. */
  trace: 2_000,
} as const;
