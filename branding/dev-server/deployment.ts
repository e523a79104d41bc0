import { get as getHttp, type IncomingHttpHeaders } from 'node:http';
import { get as getHttps } from 'node:https';
import type { ProxyOptions } from 'vite';

/**
 * Passes requests on to a deployment as if they had been made there. Event streams pass through as they come.
 *
 * A test node's certificate is often self-signed, so the upstream's is not checked: this is a tool for one
 * developer's machine.
 */
export const proxyTo = ({ origin }: URL): ProxyOptions => ({
  target: origin,
  changeOrigin: true,
  secure: false,
  // Redirects and cookies that name the deployment's host would lead the browser away from here.
  autoRewrite: true,
  protocolRewrite: 'https',
  cookieDomainRewrite: '',
  configure(proxy) {
    proxy.on('proxyReq', (request) => {
      // A node may refuse the API to a page of another origin.
      if (request.hasHeader('origin')) request.setHeader('origin', origin);
      request.removeHeader('referer');
    });
    proxy.on('proxyRes', ({ headers }) => {
      // Hosts have one such memory for all ports: it would force https on everything else on localhost.
      delete headers['strict-transport-security'];
    });
  },
});

/**
 * Fetches a JSON document from the deployment; `undefined` if there is none there. @throws if nobody
 * answers
 */
export async function fetchJson(url: URL, headers: IncomingHttpHeaders): Promise<unknown> {
  const { status, body } = await fetchText(url, headers);
  if (status !== 200) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fetchText(url: URL, { cookie }: IncomingHttpHeaders): Promise<{ status?: number; body: string }> {
  const options = {
    rejectUnauthorized: false,
    headers: { accept: 'application/json', ...(cookie && { cookie }) },
  };
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    const request = get(url, options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ ...(response.statusCode && { status: response.statusCode }), body }),
      );
    });
    request.on('error', reject);
  });
}
