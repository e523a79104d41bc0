import { ValidationError } from '@pexip/infinity-api';

interface Refusal {
  status: number;
  data: unknown;
}

const TAG = /\/meeting-call-(\d+)(?=\/api\/client\/)/;
const refusals = new Map<string, Refusal>();
let calls = 0;

async function readRefusal(response: Response): Promise<Refusal> {
  const text = await response.clone().text();
  try {
    return { status: response.status, data: JSON.parse(text) };
  } catch {
    return { status: response.status, data: { status: 'failed', result: text } };
  }
}

/**
 * Wraps `window.fetch`, which the SDK looks up on every request.
 *
 * The SDK turns a refused dial into `Unexpected status 403` and throws the body away, and with it the node's
 * words. So `callNode` tags the host of each call; here the tag is taken off again, and a refused call's body
 * is kept under it.
 */
export function keepNodeWords(): void {
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const tag = TAG.exec(url)?.[1];
    if (!tag) return plainFetch(input, init);
    const response = await plainFetch(url.replace(TAG, ''), init);
    if (!response.ok) refusals.set(tag, await readRefusal(response));
    return response;
  };
}

function describeFault(error: ValidationError): string {
  const [first] = error.errors;
  if (typeof first !== 'object' || first === null) return error.message;
  const { instancePath, message, params } = { instancePath: '', message: '', params: {}, ...first };
  const field = String(instancePath).replace(/^\//, '');
  const allowed: unknown = Reflect.get(params, 'allowedValues');
  const values = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  return `${field ? `${field} ` : ''}${message}${values}`;
}

/**
 * Runs one SDK call and never throws: a plugin's call is always answered.
 *
 * @param call is given the host to pass on to the SDK
 * @returns the node's reply; its refusal in its own words; or status 400 with what Pexip's validator found
 */
export async function callNode(call: (host: string) => Promise<unknown>): Promise<unknown> {
  calls += 1;
  const tag = String(calls);
  try {
    return await call(`${window.location.origin}/meeting-call-${tag}`);
  } catch (error) {
    const refusal = refusals.get(tag);
    if (refusal) return refusal;
    if (error instanceof ValidationError) {
      return { status: 400, data: { status: 'failed', result: describeFault(error) } };
    }
    const result = error instanceof Error ? error.message : String(error);
    return { status: 500, data: { status: 'failed', result } };
  } finally {
    refusals.delete(tag);
  }
}
