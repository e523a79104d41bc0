import { expect, it } from 'vitest';
import { watchPromises } from '../../../../plugin/classic/guard/promises';
import { asOwner, newListening, type Owner, runningOwner } from '../../../../plugin/classic/streams/owner';

/** Parts of a browser, which refuse an object that is not theirs, each in its own way. */
class Clipboard {
  static given: unknown[] = [];
  #isClipboard = true;
  async readText(...given: unknown[]): Promise<string> {
    if (!this.#isClipboard) throw new TypeError('Illegal invocation');
    Clipboard.given.push(...given);
    return 'text';
  }
  get ready(): Promise<string> {
    return this.readText();
  }
  close(): string {
    return this.#isClipboard ? 'closed' : '';
  }
}
/** A promise is not taken for one where a part only returns something like it. */
class Reader {
  read(): string {
    return 'read';
  }
}
const owner: Owner = {
  ...{ id: 'one', name: 'One', listening: newListening() },
  report: () => {},
  limit: () => {},
};

it('finds what a browser promises, by itself, and leaves the rest as it is', async () => {
  const { close } = Clipboard.prototype;
  const { read } = Reader.prototype;
  const wrapped: unknown[] = [];
  Object.defineProperty(Clipboard.prototype, 'ready', {
    configurable: true,
    get(this: Clipboard) {
      return this instanceof Clipboard ? Promise.resolve('ready') : Promise.reject(new TypeError());
    },
  });
  watchPromises({ Clipboard, Reader } as unknown as Window, runningOwner, (by, promise) => {
    wrapped.push(by?.id);
    return promise;
  });
  const clipboard = new Clipboard();
  expect(await asOwner(owner, () => clipboard.readText('a', 'b'))).toBe('text');
  expect(Clipboard.given).toEqual(['a', 'b']);
  expect(await asOwner(owner, () => clipboard.ready)).toBe('ready');
  expect(wrapped).toEqual(['one', 'one']);
  expect(Clipboard.prototype.close).toBe(close);
  expect(Reader.prototype.read).toBe(read);
});
