import { ConferencingNode, type NodeOptions } from '../../../meeting/node/conferencing-node';
import { listen } from '../../../meeting/server/listen';

/** A node's answer, as it came over HTTP. */
interface Answer {
  status: number;
  body: { status?: string; result?: unknown };
}

/** One event of the event stream. */
interface StreamEvent {
  event: string;
  data: unknown;
}

type RequestOptions = { method?: string; body?: unknown; raw?: string; headers?: Record<string, string> };

/** A node behind a real HTTP server on a free port, and what it takes to talk to it. */
export async function startNode(options: NodeOptions = {}) {
  const node = new ConferencingNode({ ringMs: 5, slowMs: 10, leaveMs: 5, ...options });
  const server = await listen(
    async (request, response) => {
      if (!(await node.handle(request, response))) response.writeHead(404).end();
    },
    0,
    '127.0.0.1',
  );
  const streams = new AbortController();
  const address = (path: string, alias: string) =>
    `http://127.0.0.1:${server.port}/api/client/v2/conferences/${alias}/${path}`;

  async function request(
    path: string,
    { method = 'POST', body, raw, headers }: RequestOptions = {},
    alias = 'qa',
  ) {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(address(path, alias), {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer: Answer = { status: response.status, body: await response.json() };
    return answer;
  }

  /** Joins with a browser's request and opens its event stream. */
  async function join(displayName: string, pin?: string, alias = 'qa') {
    const headers = pin === undefined ? {} : { pin };
    const { body } = await request('request_token', { body: { display_name: displayName }, headers }, alias);
    const { token, participant_uuid: uuid } = Object(body.result);
    const response = await fetch(address(`events?token=${token}`, alias), { signal: streams.signal });
    const events = new EventLog(response);
    const call = (path: string, options: RequestOptions = {}) =>
      request(path, { ...options, headers: { token, ...options.headers } }, alias);
    return { token: String(token), uuid: String(uuid), events, call };
  }

  async function close() {
    streams.abort();
    node.close();
    await server.close();
  }
  return { node, request, join, close };
}

/** Reads an event stream and waits for events in it, those that have come already included. */
class EventLog {
  readonly seen: StreamEvent[] = [];
  readonly #waiting = new Set<() => void>();
  ended = false;

  constructor(response: Response) {
    void this.#read(response).catch(() => undefined);
  }

  /** The first event of that name that fits; times out with the test. */
  until(event: string, fits: (data: Record<string, unknown>) => boolean = () => true): Promise<StreamEvent> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.seen.find((each) => each.event === event && fits(Object(each.data)));
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  get names(): string[] {
    return this.seen.map(({ event }) => event);
  }

  async #read(response: Response): Promise<void> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
    this.ended = true;
  }

  #take(block: string): void {
    const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
    if (event === undefined || data === undefined) return;
    this.seen.push({ event, data: JSON.parse(data) });
    for (const look of [...this.#waiting]) look();
  }
}
