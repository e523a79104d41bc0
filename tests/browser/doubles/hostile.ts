/**
 * A portal with a real meeting, an ad of another origin and a sandboxed one. The page has no protocol of
 * its own; it counts the barriers that it hears, so that a test knows when everything said before has been
 * heard by everybody.
 */
export const hostilePortal = (meeting: string, advert: string): string => `<!doctype html>
<meta charset="utf-8"><title>Portal</title>
<iframe id="webapp3" title="Meeting" src="${meeting}" width="700" height="420"></iframe>
<iframe id="advert" title="Advert" src="${advert}"></iframe>
<iframe id="sandboxed" title="Sandboxed advert" sandbox="allow-scripts" src="${advert}"></iframe>
<script>
  window.barriers = 0;
  window.addEventListener('message', ({ data }) => { if (data === 'barrier') window.barriers += 1; });
</script>`;

/** What an attack is run with: it has no access to anything of the test's but this. */
export const PREFIX = 'pexip:plugin:external-chat/';

/** One attack: where it runs, and what it does there. It ends by telling the top window that it is done. */
interface Attack {
  name: string;
  /** Frames to descend into, from the page; none is the page itself. */
  from: string[];
  run: (prefix: string) => void | Promise<void>;
}

const MEETING = '#webapp3';
const PLUGIN = [MEETING, '#external-chat'];

export const attacks: Attack[] = [
  {
    name: 'the page says what the plugin would say',
    from: [],
    run: (prefix) => window.postMessage({ action: `${prefix}toggle-chat`, active: true }, '*'),
  },
  {
    name: 'the page makes an event with the meeting’s window as its source',
    from: [],
    run: (prefix) => {
      const source = document.querySelector<HTMLIFrameElement>('#webapp3')?.contentWindow ?? null;
      const origin = new URL(document.querySelector<HTMLIFrameElement>('#webapp3')?.src ?? '').origin;
      const data = { action: `${prefix}toggle-chat`, active: true };
      window.dispatchEvent(new MessageEvent('message', { data, source, origin }));
      window.dispatchEvent(
        new MessageEvent('message', { data, source: source?.[0] ?? null, origin: 'null' }),
      );
    },
  },
  {
    name: 'the page asks the peer to dial, as the plugin would be asked',
    from: [],
    run: (prefix) =>
      window.postMessage(
        { action: `${prefix}dial-out`, role: 'HOST', destination: 'thief@example.com', protocol: 'sip' },
        '*',
      ),
  },
  {
    name: 'the page asks the peer to dial, as the panel would',
    from: [],
    run: () => {
      const request = { role: 'HOST', destination: 'thief@example.com', protocol: 'sip' };
      for (const meeting of ['meeting-1', 'meeting-2']) {
        window.postMessage({ type: 'dial', meeting, call: 'x', request }, '*');
        window.postMessage({ type: 'set-mode', mode: 'watch' }, '*');
      }
    },
  },
  {
    name: 'the page changes what every object inherits',
    from: [],
    run: (prefix) => {
      Reflect.set(Object.prototype, 'active', true);
      Reflect.set(Object.prototype, 'requestId', 'x');
      window.postMessage({ action: `${prefix}toggle-chat` }, '*');
    },
  },
  {
    name: 'the page replaces the functions that messages go through',
    from: [],
    run: (prefix) => {
      const { get } = Reflect;
      const { hasOwn } = Object;
      const { startsWith } = String.prototype;
      Object.defineProperty(Reflect, 'get', { value: () => true, configurable: true, writable: true });
      Object.hasOwn = () => true;
      String.prototype.startsWith = () => true;
      window.postMessage({ action: `${prefix}toggle-chat`, active: true }, '*');
      // The test itself runs in this page's world, and needs them back once the message has been heard.
      setTimeout(() => {
        Object.defineProperty(Reflect, 'get', { value: get, configurable: true, writable: true });
        Object.hasOwn = hasOwn;
        String.prototype.startsWith = startsWith;
      });
    },
  },
  {
    name: 'an ad asks for chat',
    from: ['#advert'],
    run: (prefix) => window.top?.postMessage({ action: `${prefix}toggle-chat`, active: true }, '*'),
  },
  {
    name: 'an ad is ready',
    from: ['#advert'],
    run: (prefix) => window.top?.postMessage({ action: `${prefix}ready`, features: ['dial-out'] }, '*'),
  },
  {
    name: 'an ad tells the end of a call that nobody placed',
    from: ['#advert'],
    run: (prefix) =>
      window.top?.postMessage({ action: `${prefix}dial-out-success`, uuid: 'u', displayName: 'Thief' }, '*'),
  },
  {
    name: 'an ad in a sandbox asks for chat, with the plugin’s opaque origin',
    from: ['#sandboxed'],
    run: (prefix) => window.top?.postMessage({ action: `${prefix}toggle-chat`, active: true }, '*'),
  },
  {
    name: 'an ad speaks the second dialect',
    from: ['#advert'],
    run: () => window.top?.postMessage({ action: 'rocketchat:videoconf/toggle-chat', active: true }, '*'),
  },
  {
    name: 'another plugin in Web App 3, in the same kind of sandbox, asks for chat',
    from: [MEETING],
    run: (prefix) => {
      const other = document.createElement('iframe');
      other.setAttribute('sandbox', 'allow-scripts');
      other.srcdoc = `<script>top.postMessage({ action: '${prefix}ready' }, '*');
        top.postMessage({ action: '${prefix}toggle-chat', active: true }, '*')</script>`;
      const loaded = new Promise((done) => other.addEventListener('load', done));
      document.body.append(other);
      return loaded.then(() => undefined);
    },
  },
  {
    name: 'Web App 3’s own document asks for chat, beside a plugin that speaks for itself',
    from: [MEETING],
    run: (prefix) => window.top?.postMessage({ action: `${prefix}toggle-chat`, active: true }, '*'),
  },
  {
    name: 'the plugin’s frame uses another prefix',
    from: PLUGIN,
    run: () => window.top?.postMessage({ action: 'pexip:plugin:other/toggle-chat', active: true }, '*'),
  },
  {
    name: 'the plugin’s frame says an unknown name',
    from: PLUGIN,
    run: (prefix) => {
      for (const name of ['open-vault', '__proto__', 'constructor', 'dial-out']) {
        window.top?.postMessage({ action: prefix + name, active: true }, '*');
      }
    },
  },
  {
    name: 'the plugin’s frame asks for chat with a wrong payload',
    from: PLUGIN,
    run: (prefix) => {
      const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => ({ inner }), {});
      for (const active of ['true', 1, null, undefined, [], {}, 1n, new Date(0), deep]) {
        window.top?.postMessage({ action: `${prefix}toggle-chat`, active }, '*');
      }
    },
  },
  {
    name: 'the plugin’s frame tells the end of a call that nobody placed',
    from: PLUGIN,
    run: (prefix) => {
      for (const requestId of [undefined, 'x', '', 'x'.repeat(200), 7]) {
        window.top?.postMessage({ action: `${prefix}dial-out-success`, uuid: 'u', requestId }, '*');
        window.top?.postMessage({ action: `${prefix}dial-out-error`, message: 'm', requestId }, '*');
      }
    },
  },
  {
    name: 'the plugin’s frame says nothing at great length',
    from: PLUGIN,
    run: (prefix) => {
      window.top?.postMessage({ action: `${prefix}dial-out-success`, uuid: 'u'.repeat(1_000_000) }, '*');
      window.top?.postMessage({ action: prefix + 'x'.repeat(1_000_000) }, '*');
    },
  },
  {
    name: 'what isn’t an object at all',
    from: PLUGIN,
    run: (prefix) => {
      for (const data of [
        null,
        undefined,
        0,
        '',
        `${prefix}toggle-chat`,
        true,
        [],
        new Map([['action', prefix]]),
      ]) {
        window.top?.postMessage(data, '*');
      }
    },
  },
];
