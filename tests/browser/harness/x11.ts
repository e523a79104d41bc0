import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Keysyms of the keys that are pressed by name; letters and signs are their own. */
const KEYSYMS: Record<string, number> = { Alt: 0xffe9, Shift: 0xffe1, Control: 0xffe3, Enter: 0xff0d };
const PRESS = 2;
const RELEASE = 3;
const BUTTON_PRESS = 4;
const BUTTON_RELEASE = 5;
const MOVE = 6;

const OPCODE = {
  setInputFocus: 42,
  queryTree: 15,
  getGeometry: 14,
  queryExtension: 98,
  getKeyboardMapping: 101,
};

/** Whether this machine has a server for windows that nobody sees. */
export const hasXvfb = ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb'].some((path) => existsSync(path));

/**
 * A screen of its own with a real keyboard: what is pressed here goes through the window system to the
 * program, as a person's keys do. Browsers handle the keys of commands before any page or protocol sees them.
 */
export class Screen {
  readonly #socket: Socket;
  readonly #server: ChildProcess;
  #received = Buffer.alloc(0);
  #wake: () => void = () => {};
  #xtest = 0;
  #root = 0;
  #firstKeycode = 8;
  #keysyms: number[][] = [];

  private constructor(
    server: ChildProcess,
    socket: Socket,
    /** What `DISPLAY` has to be for a program to open its window here. */
    readonly display: string,
  ) {
    this.#server = server;
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
  }

  /** Starts a server on a display that it chooses by itself. */
  static async start(): Promise<Screen> {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-ac'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
      server.stdio[3]?.once('data', (data: Buffer) => resolve(String(data).trim()));
    });
    const socket = connect(`/tmp/.X11-unix/X${number}`);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const screen = new Screen(server, socket, `:${number}`);
    await screen.#greet();
    return screen;
  }

  /** Gives the keyboard to the largest window, and of equal ones to the one on top. */
  async focusWindow(): Promise<void> {
    const windows = await this.#children(this.#root);
    const sized: { id: number; area: number }[] = [];
    // One after the other: replies come in the order of the requests.
    for (const id of windows) sized.push({ id, area: await this.#area(id) });
    // They come from the bottom to the top.
    const [largest] = sized.toReversed().toSorted((a, b) => b.area - a.area);
    if (!largest) throw new Error('There is no window.');
    const request = this.#request(OPCODE.setInputFocus, 2, 8);
    request.writeUInt32LE(largest.id, 4);
    this.#socket.write(request);
  }

  /** Presses a chord such as `Alt+Shift+K`, modifiers first, and lets it go. */
  press(chord: string): void {
    const codes = chord.split(/(?<=.)\+/).map((name) => this.#keycode(name));
    for (const code of codes) this.#fake(PRESS, code);
    for (const code of codes.toReversed()) this.#fake(RELEASE, code);
  }

  /** Moves the pointer to a place on the screen, and presses its main button. */
  click(x: number, y: number): void {
    const move = this.#request(this.#xtest, 2, 32);
    move.writeUInt8(MOVE, 4);
    move.writeUInt32LE(this.#root, 12);
    move.writeInt16LE(Math.round(x), 24);
    move.writeInt16LE(Math.round(y), 26);
    this.#socket.write(move);
    this.#fake(BUTTON_PRESS, 1);
    this.#fake(BUTTON_RELEASE, 1);
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    if (this.#server.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill();
    await ended;
  }

  async #greet(): Promise<void> {
    const hello = Buffer.alloc(12);
    hello.write('l');
    hello.writeUInt16LE(11, 2);
    this.#socket.write(hello);
    const head = await this.#read(8);
    if (head.readUInt8(0) !== 1) throw new Error('The X server refuses the connection.');
    const setup = await this.#read(head.readUInt16LE(6) * 4);
    const [vendor, formats] = [setup.readUInt16LE(16), setup.readUInt8(21)];
    this.#firstKeycode = setup.readUInt8(26);
    const lastKeycode = setup.readUInt8(27);
    this.#root = setup.readUInt32LE(32 + Math.ceil(vendor / 4) * 4 + formats * 8);

    const name = Buffer.from('XTEST\0\0\0');
    const query = this.#request(OPCODE.queryExtension, 0, 4 + name.length);
    query.writeUInt16LE(5, 4);
    name.copy(query, 8);
    this.#socket.write(query);
    const found = await this.#reply();
    if (found.readUInt8(8) !== 1) throw new Error('The X server has no XTEST.');
    this.#xtest = found.readUInt8(9);

    const mapping = this.#request(OPCODE.getKeyboardMapping, 0, 4);
    mapping.writeUInt8(this.#firstKeycode, 4);
    mapping.writeUInt8(lastKeycode - this.#firstKeycode + 1, 5);
    this.#socket.write(mapping);
    const keys = await this.#reply();
    const each = keys.readUInt8(1);
    this.#keysyms = Array.from({ length: lastKeycode - this.#firstKeycode + 1 }, (_, key) =>
      Array.from({ length: each }, (_, column) => keys.readUInt32LE(32 + (key * each + column) * 4)),
    );
  }

  #keycode(name: string): number {
    const keysym = KEYSYMS[name] ?? name.toLowerCase().charCodeAt(0);
    const index = this.#keysyms.findIndex(([first]) => first === keysym);
    if (index < 0) throw new Error(`The keyboard has no key ${name}.`);
    return this.#firstKeycode + index;
  }

  #fake(type: number, keycode: number): void {
    const request = this.#request(this.#xtest, 2, 32);
    request.writeUInt8(type, 4);
    request.writeUInt8(keycode, 5);
    this.#socket.write(request);
  }

  async #children(window: number): Promise<number[]> {
    const request = this.#request(OPCODE.queryTree, 0, 4);
    request.writeUInt32LE(window, 4);
    this.#socket.write(request);
    const reply = await this.#reply();
    return Array.from({ length: reply.readUInt16LE(16) }, (_, at) => reply.readUInt32LE(32 + at * 4));
  }

  async #area(window: number): Promise<number> {
    const request = this.#request(OPCODE.getGeometry, 0, 4);
    request.writeUInt32LE(window, 4);
    this.#socket.write(request);
    const reply = await this.#reply();
    return reply.readUInt16LE(16) * reply.readUInt16LE(18);
  }

  #request(opcode: number, detail: number, bodySize: number): Buffer {
    const request = Buffer.alloc(4 + bodySize);
    request.writeUInt8(opcode, 0);
    request.writeUInt8(detail, 1);
    request.writeUInt16LE(request.length / 4, 2);
    return request;
  }

  /** The next reply; events are passed over. */
  async #reply(): Promise<Buffer> {
    for (;;) {
      const head = await this.#read(32);
      if (head.readUInt8(0) === 0) throw new Error(`The X server reports error ${head.readUInt8(1)}.`);
      if (head.readUInt8(0) === 1) return Buffer.concat([head, await this.#read(head.readUInt32LE(4) * 4)]);
    }
  }

  async #read(size: number): Promise<Buffer> {
    while (this.#received.length < size)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const read = this.#received.subarray(0, size);
    this.#received = this.#received.subarray(size);
    return read;
  }
}
