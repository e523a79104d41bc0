import { randomUUID } from 'node:crypto';
import type { EventStream } from './event-stream';
import { createParticipant, type NodeParticipant } from './participant';
import { Timers } from './timers';

/** Seconds that a token lives without a refresh; what Pexip Infinity gives. */
export const TOKEN_SECONDS = 120;

/** A chat message as the node passes it on. */
interface ChatMessage {
  origin: string;
  uuid: string;
  type: string;
  payload: string;
}

const INITIAL_LAYOUT = '1:7';
const INITIAL_STATUS = {
  locked: false,
  guests_muted: false,
  all_muted: false,
  started: true,
  presentation_allowed: true,
};

interface Member {
  participant: NodeParticipant;
  /** Absent: a dialed or simulated participant, who has no browser. */
  session?: { stream?: EventStream; tokens: Set<string>; expire: () => void };
}

/**
 * One conference: who is in it, who listens, and what is true of it.
 * Every change is told to every open event stream, in the order in which it happens.
 */
export class Conference {
  readonly alias: string;
  readonly timers = new Timers();
  /** Dial bodies that reached the node, oldest first, whatever became of the call. */
  readonly dials: Record<string, unknown>[] = [];
  /** Chat messages of everybody, oldest first. */
  readonly messages: ChatMessage[] = [];
  /** What was last written over the picture. */
  readonly overlays: Record<'clock' | 'messageText', Record<string, unknown>> = {
    clock: {},
    messageText: {},
  };
  /** DTMF digits that were sent, by the participant they were sent to. */
  readonly dtmf: { uuid: string; digits: string }[] = [];
  status = {
    locked: false,
    guests_muted: false,
    all_muted: false,
    started: true,
    presentation_allowed: true,
  };
  layout = '1:7';
  readonly #members = new Map<string, Member>();

  constructor(alias: string) {
    this.alias = alias;
  }

  /** The roster, in order of arrival; connecting participants included. */
  get participants(): NodeParticipant[] {
    return [...this.#members.values()].map(({ participant }) => participant);
  }

  /** The participant that a token belongs to. */
  holderOf(token: string): NodeParticipant | undefined {
    return [...this.#members.values()].find((member) => member.session?.tokens.has(token))?.participant;
  }

  /** Whether this participant is a browser, with a token of its own. */
  isBrowser(uuid: string): boolean {
    return this.#members.get(uuid)?.session !== undefined;
  }

  /**
   * Adds a participant without a browser: a dialed one, or a remote one that a test or the demo speaks
   * for.
   */
  join(fields: Partial<NodeParticipant>): NodeParticipant {
    const participant = createParticipant(this.alias, fields);
    this.#members.set(participant.uuid, { participant });
    this.broadcast('participant_create', participant);
    return participant;
  }

  /** Adds a browser and gives it its first token. */
  admitBrowser(fields: Partial<NodeParticipant>): { participant: NodeParticipant; token: string } {
    const participant = createParticipant(this.alias, fields);
    this.#members.set(participant.uuid, {
      participant,
      session: { tokens: new Set(), expire: () => undefined },
    });
    this.broadcast('participant_create', participant);
    return { participant, token: this.renewToken(participant.uuid) };
  }

  /** A new token. Earlier ones stay good, because requests that carry them may be on their way. */
  renewToken(uuid: string): string {
    const token = randomUUID();
    const session = this.#members.get(uuid)?.session;
    if (session) {
      session.tokens.add(token);
      session.expire();
      session.expire = this.timers.after(TOKEN_SECONDS * 1000, () =>
        this.remove(uuid, 'Timer expired awaiting token refresh'),
      );
    }
    return token;
  }

  /** Connects a browser's event stream and brings it up to date; it replaces that browser's earlier one. */
  connect(uuid: string, stream: EventStream): void {
    const session = this.#members.get(uuid)?.session;
    if (!session) {
      stream.end();
      return;
    }
    session.stream?.end();
    session.stream = stream;
    stream.send('participant_sync_begin');
    for (const participant of this.participants) stream.send('participant_create', participant);
    stream.send('participant_sync_end');
    stream.send('conference_update', this.status);
  }

  /** How many browsers listen. */
  get openStreams(): number {
    return [...this.#members.values()].filter(({ session }) => session?.stream?.isOpen).length;
  }

  /**
   * Cuts the event stream of every browser, as a proxy between them does that is restarted; tells how many.
   */
  cutStreams(): number {
    const open = this.openStreams;
    for (const { session } of this.#members.values()) session?.stream?.end();
    return open;
  }

  /** Expires every token, as the node does if it isn't refreshed: its participant is removed. */
  expireTokens(): void {
    for (const [uuid, { session }] of [...this.#members]) {
      if (session) this.remove(uuid, 'Timer expired awaiting token refresh');
    }
  }

  /** Changes fields of one participant and tells everybody; `false` when there is none of that uuid. */
  update(uuid: string, fields: Partial<NodeParticipant>): boolean {
    const member = this.#members.get(uuid);
    if (!member) return false;
    member.participant = { ...member.participant, ...fields };
    this.broadcast('participant_update', member.participant);
    return true;
  }

  /** Changes the conference's own properties and tells everybody. */
  setStatus(fields: Partial<Conference['status']>): void {
    this.status = { ...this.status, ...fields };
    this.broadcast('conference_update', this.status);
  }

  /**
   * Takes a participant out. A browser is told the reason, if there is one, before its stream ends. When the
   * last Host has gone, the conference ends for the Guests, as on a real node; that one waits a minute first
   * by default.
   *
   * See https://docs.pexip.com/admin/automatically_terminate.htm
   */
  remove(uuid: string, reason?: string): boolean {
    const member = this.#members.get(uuid);
    if (!member) return false;
    this.#members.delete(uuid);
    member.session?.expire();
    if (reason) member.session?.stream?.send('disconnect', { reason });
    member.session?.stream?.end();
    this.broadcast('participant_delete', { uuid });
    if (member.session && !this.#isKept()) this.#reset();
    return true;
  }

  /** Whether somebody is left for whom the conference goes on: a browser, or a Host who has answered. */
  #isKept(): boolean {
    return [...this.#members.values()].some(
      ({ session, participant: { role, service_type } }) =>
        session !== undefined || (role === 'chair' && service_type === 'conference'),
    );
  }

  /** An instance that ends takes its lock and its layout with it; the next caller starts a new one. */
  #reset(): void {
    this.timers.clear();
    this.#members.clear();
    this.status = { ...INITIAL_STATUS };
    this.layout = INITIAL_LAYOUT;
  }

  /** Passes a chat message to everybody but its sender, or to one participant. */
  deliver(message: ChatMessage, only?: string): void {
    this.messages.push(message);
    for (const [uuid, { session }] of this.#members) {
      if (uuid === message.uuid || (only !== undefined && uuid !== only)) continue;
      session?.stream?.send('message_received', { ...message, direct: only !== undefined });
    }
  }

  /** A chat message of a remote participant, who joins first if nobody of that name is here. */
  say(displayName: string, text: string): void {
    const speaker =
      this.participants.find(({ display_name }) => display_name === displayName) ??
      this.join({ display_name: displayName });
    this.deliver({ origin: displayName, uuid: speaker.uuid, type: 'text/plain', payload: text });
  }

  /** Ends the conference for everybody, as an administrator does. */
  end(reason = 'Conference terminated by an administrator'): void {
    this.timers.clear();
    for (const { uuid } of this.participants) this.remove(uuid, reason);
  }

  /** Sends an event to every open stream. */
  broadcast(event: string, data?: unknown): void {
    for (const { session } of this.#members.values()) session?.stream?.send(event, data);
  }
}
