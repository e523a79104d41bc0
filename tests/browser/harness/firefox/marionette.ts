import { connect, type Socket } from 'node:net';
import { eventually } from '../eventually';

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Firefox's own remote protocol: `LENGTH:[0, id, command, parameters]` there, `LENGTH:[1, id, error, result]`
 * back. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#onData(chunk));
    socket.on('error', (error) => this.#abandon(error));
    socket.on('close', () => this.#abandon(new Error('Firefox closed the Marionette connection.')));
  }

  /** Waits for Firefox to listen on `port`. `alive` throws when there is nobody left to wait for. */
  static connect(port: number, alive: () => void): Promise<Marionette> {
    let ended: unknown;
    return eventually<Marionette | undefined>(
      `Firefox to listen for Marionette on port ${port}`,
      async () => {
        try {
          alive();
        } catch (error) {
          ended = error;
          return { done: { value: undefined } };
        }
        const socket = connect({ port, host: '127.0.0.1', noDelay: true });
        await new Promise<void>((resolve, reject) => {
          socket.once('connect', resolve);
          socket.once('error', reject);
        });
        return { done: { value: new Marionette(socket) } };
      },
    ).then((marionette) => marionette ?? Promise.reject(ended));
  }

  /** Sends a command; commands may overlap. */
  send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const packet = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error(`${command}: Firefox is gone.`));
        return;
      }
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #onData(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#received.length < end) return;
      this.#onPacket(JSON.parse(this.#received.subarray(colon + 1, end).toString()));
      this.#received = this.#received.subarray(end);
    }
  }

  #onPacket(packet: unknown): void {
    // The first packet is a greeting, no answer.
    if (!Array.isArray(packet)) return;
    const [, id, error, result] = packet as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(new Error(`Firefox: ${error.error}: ${error.message}`));
    else pending?.resolve(result);
  }

  #abandon(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
