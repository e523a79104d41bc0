import { packedAddress } from '../package/packed-address';

/**
 * Lets requests of plugins for `…/custom_configuration/plugins/…` reach the packed files, from wherever they
 * start.
 *
 * @param base the address of the packed settings.json
 */
export function redirectRequests(view: typeof globalThis & Window, base: string): void {
  const fetchOf = view.fetch.bind(view);
  view.fetch = (input, init) =>
    fetchOf(input instanceof Request ? input : packedAddress(String(input), base), init);
  const { prototype } = view.XMLHttpRequest;
  const open = prototype.open;
  Reflect.set(
    prototype,
    'open',
    function (this: XMLHttpRequest, method: string, url: unknown, ...rest: unknown[]) {
      return Reflect.apply(open, this, [method, packedAddress(String(url), base), ...rest]);
    },
  );
}
