import type { ServerResponse } from 'node:http';

/** What a node does instead of answering properly: an answer of this status and text, or none at all. */
export type BrokenAnswer = { status: number; body: string; type?: string } | 'silence';

/**
 * Answers with a fault. Silence lasts until the client closes the connection, or the node ends.
 */
export function answerWrongly(response: ServerResponse, fault: BrokenAnswer): void {
  if (fault === 'silence') return;
  const { status, body, type = 'application/json' } = fault;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
