import type { ServerResponse } from 'node:http';

/** One browser's event stream: `text/event-stream` over a response that stays open. */
export class EventStream {
  readonly #response: ServerResponse;

  /** Opens the stream. */
  constructor(response: ServerResponse) {
    this.#response = response;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // The client takes the stream as connected at the first byte, not at the first event.
    response.write(': meeting\n\n');
  }

  /** Whether somebody still listens. The browser may go without a word; its token runs out later. */
  get isOpen(): boolean {
    return !this.#response.destroyed && !this.#response.writableEnded;
  }

  /** Sends one named event. Pexip sends `null` as the data of events that carry none. */
  send(event: string, data: unknown = null): void {
    if (!this.isOpen) return;
    this.#response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends the stream after what was sent. */
  end(): void {
    this.#response.end();
  }
}
