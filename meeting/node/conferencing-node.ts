import type { IncomingMessage, ServerResponse } from 'node:http';
import { validateRequestTokenBody } from '@pexip/infinity-api/dist/token/validation.js';
import { findBodyFault, readBody, textField } from './body';
import { Conference } from './conference';
import { CONFERENCE_ROUTES } from './conference-calls';
import { type DialTimings, isStubborn } from './dial-out';
import { EventStream } from './event-stream';
import { answerWrongly, type BrokenAnswer } from './fault';
import { PARTICIPANT_ROUTES } from './participant-calls';
import { failed, type Reply } from './replies';
import { type Pins, requestToken } from './request-token';

/** Where Pexip's client REST API lives on every conferencing node. */
const API_PATH = '/api/client/v2/conferences/';

/** How a node is set up; the timings are shortened by tests. */
export interface NodeOptions extends Partial<DialTimings> {
  /** PINs by conference alias. */
  pins?: Record<string, Pins>;
}

/**
 * A conferencing node: Pexip's client REST API v2 over HTTP, with conferences that live in memory and calls
 * that are simulated. Request bodies are judged by Pexip's own validators.
 *
 * Source of the behavior: https://docs.pexip.com/api_client/api_rest.htm and `@pexip/infinity-api` 20.
 */
export class ConferencingNode {
  readonly #conferences = new Map<string, Conference>();
  readonly #pins: Record<string, Pins>;
  readonly #timings: DialTimings;

  /** What goes wrong with a call of the API, such as `dial` or `participants`; nothing does at first. */
  faultOf: (call: string) => BrokenAnswer | undefined = () => undefined;

  constructor({ pins = {}, ringMs = 400, slowMs = 5_000, leaveMs = 2_000 }: NodeOptions = {}) {
    this.#pins = pins;
    this.#timings = { ringMs, slowMs, leaveMs };
  }

  /** The conference of that alias; it comes into being when it is first asked for. */
  conference(alias = 'qa.meeting'): Conference {
    const known = this.#conferences.get(alias);
    if (known) return known;
    const conference = new Conference(alias);
    this.#conferences.set(alias, conference);
    return conference;
  }

  /** Ends every conference and stops every timer. */
  close(): void {
    for (const conference of this.#conferences.values()) {
      conference.end();
      conference.timers.close();
    }
  }

  /** Answers one request if its path is the API's; `false` leaves it to somebody else. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://node.invalid');
    if (!url.pathname.startsWith(API_PATH)) return false;
    const parts = readPath(url.pathname.slice(API_PATH.length));
    const [alias, call, ...rest] = parts ?? [];
    if (!alias || !call) {
      send(response, failed('Resource not found', 404));
      return true;
    }
    const fault = this.faultOf(call);
    if (fault) {
      answerWrongly(response, fault);
      return true;
    }
    const token = headerOf(request, 'token') ?? url.searchParams.get('token') ?? '';
    const holder = this.#conferences.get(alias)?.holderOf(token);
    if (call === 'request_token') {
      send(response, await this.#requestToken(alias, request));
    } else if (!holder) {
      send(response, failed('Invalid token'));
    } else if (call === 'events') {
      this.conference(alias).connect(holder.uuid, new EventStream(response));
    } else if (call === 'theme') {
      // No theme. The client reads this before it opens the event stream.
      response.writeHead(204).end();
    } else {
      send(response, await this.#call(alias, [call, ...rest], token, request));
    }
    return true;
  }

  async #requestToken(alias: string, request: IncomingMessage): Promise<Reply> {
    if (request.method !== 'POST') return failed('Method not allowed', 405);
    const body = await readBody(request);
    if (!body.ok) return failed(body.reason, 400);
    const fault = findBodyFault(body.value, validateRequestTokenBody);
    if (fault) return failed(fault, 400);
    const pin = headerOf(request, 'pin');
    return requestToken(
      this.conference(alias),
      this.#pins[alias] ?? {},
      pin,
      textField(body.value, 'display_name'),
    );
  }

  async #call(alias: string, path: string[], token: string, request: IncomingMessage): Promise<Reply> {
    const [name = '', uuid, action = ''] = path;
    const isOnParticipant = name === 'participants' && uuid !== undefined;
    const table = isOnParticipant ? PARTICIPANT_ROUTES : CONFERENCE_ROUTES;
    const key = isOnParticipant ? action : name;
    const route = Object.hasOwn(table, key) ? table[key] : undefined;
    if (!route || path.length > (isOnParticipant ? 3 : 1)) return failed('Resource not found', 404);
    const method = 'method' in route ? route.method : 'POST';
    if (request.method !== method) return failed('Method not allowed', 405);

    const body = await readBody(request);
    if (!body.ok) return failed(body.reason, 400);
    const conference = this.conference(alias);
    // Asked again: the caller may have been removed while the body was on its way.
    const caller = conference.holderOf(token);
    if (!caller) return failed('Invalid token');
    const isOwn = uuid === caller.uuid && !('hosts' in route);
    if (caller.role !== 'chair' && !route.guests && !isOwn) return failed('Invalid role');
    // Before it is judged, so that a test can tell "refused here" from "never sent".
    if (name === 'dial') conference.dials.push({ ...body.value });
    const fault = route.validate && findBodyFault(body.value, route.validate);
    if (fault) return failed(fault, 400);

    if (!('method' in route)) {
      const target = conference.participants.find((participant) => participant.uuid === uuid);
      if (!target) return failed('Invalid participant');
      if (isStubborn(target)) return failed('This participant refuses everything');
      const other = (otherAlias: string): Conference => this.conference(otherAlias);
      return route.run({ conference, other, caller, target, body: body.value });
    }
    return route.run({ conference, caller, body: body.value, timings: this.#timings });
  }
}

function readPath(path: string): string[] | undefined {
  try {
    return path.replace(/\/$/, '').split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function send(response: ServerResponse, { status, body }: Reply): void {
  // Exactly this type: `sendConferenceRequest` of @pexip/infinity drops a reply with a charset after it.
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
