/** Time-outs that can be stopped together, so that a closed meeting leaves nothing running. */
export class Timers {
  readonly #running = new Set<NodeJS.Timeout>();
  #closed = false;

  /** Runs `work` once after `ms`; the returned function cancels it. Does nothing after `close()`. */
  after(ms: number, work: () => void): () => void {
    if (this.#closed) return () => undefined;
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      work();
    }, ms);
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  /** Cancels everything that still waits. */
  clear(): void {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }

  /** Cancels everything and refuses what comes later. */
  close(): void {
    this.#closed = true;
    this.clear();
  }
}
