import type { DialMap } from '@pexip/infinity-api';
import {
  validateDialBody,
  validateMessageConferenceBody,
  validateTransformLayoutBody,
} from '@pexip/infinity-api/dist/conference/validation.js';
import { type PexipValidator, textField } from './body';
import { type Conference, TOKEN_SECONDS } from './conference';
import { type DialTimings, dialOut } from './dial-out';
import type { NodeParticipant } from './participant';
import { failed, type Reply, success } from './replies';

/** What a call on the whole conference is given. */
interface ConferenceCall {
  conference: Conference;
  caller: NodeParticipant;
  body: Record<string, unknown>;
  timings: DialTimings;
}

/** One call on the whole conference. */
interface ConferenceRoute {
  method: 'GET' | 'POST';
  /** Guests may use it too. */
  guests?: true;
  validate?: PexipValidator;
  run: (call: ConferenceCall) => Reply;
}

function isDialBody(body: Record<string, unknown>): body is Record<string, unknown> & DialMap['Body'] {
  return validateDialBody(body);
}

function muteGuests(mute: boolean): ConferenceRoute {
  return {
    method: 'POST',
    run: ({ conference }) => {
      conference.setStatus({ guests_muted: mute });
      const guests = conference.participants.filter(({ role }) => role === 'guest');
      for (const { uuid } of guests) conference.update(uuid, { is_muted: mute ? 'YES' : 'NO' });
      return success(true);
    },
  };
}

function lock(locked: boolean): ConferenceRoute {
  return {
    method: 'POST',
    run: ({ conference }) => {
      conference.setStatus({ locked });
      return success(true);
    },
  };
}

function transformLayout({ conference, body }: ConferenceCall): Reply {
  const transforms = body.transforms;
  const layout: unknown =
    typeof transforms === 'object' && transforms ? Reflect.get(transforms, 'layout') : undefined;
  if (typeof layout === 'string') conference.layout = layout;
  conference.broadcast('layout', {
    view: conference.layout,
    participants: conference.participants.map(({ uuid }) => uuid),
    requested_layout: {
      primary_screen: { chair_layout: conference.layout, guest_layout: conference.layout },
    },
  });
  return success(true);
}

/**
 * Keeps what is written over the picture. The fields are those of the caller: their names were not
 * measured.
 */
const overlay = (part: 'clock' | 'messageText') =>
  ({
    get: { method: 'GET', guests: true, run: ({ conference }) => success(conference.overlays[part]) },
    set: {
      method: 'POST',
      run: ({ conference, body }) => {
        conference.overlays[part] = body;
        return success(true);
      },
    },
  }) satisfies Record<string, ConferenceRoute>;
const messageText = overlay('messageText');
const clock = overlay('clock');

/** Pexip's calls on a conference, by the last part of their path. */
export const CONFERENCE_ROUTES: Record<string, ConferenceRoute> = {
  get_message_text: messageText.get,
  set_message_text: messageText.set,
  get_clock: clock.get,
  set_clock: clock.set,
  // The node of the demo has none, and says so as one does whose administrator has turned them off.
  breakouts: { method: 'POST', run: () => failed('Breakout rooms are not enabled') },
  refresh_token: {
    method: 'POST',
    guests: true,
    run: ({ conference, caller }) =>
      success({
        token: conference.renewToken(caller.uuid),
        expires: String(TOKEN_SECONDS),
        role: caller.role === 'chair' ? 'HOST' : 'GUEST',
      }),
  },
  release_token: {
    method: 'POST',
    guests: true,
    run: ({ conference, caller }) => success(conference.remove(caller.uuid)),
  },
  participants: {
    method: 'GET',
    guests: true,
    run: ({ conference }) => success(conference.participants),
  },
  conference_status: {
    method: 'GET',
    guests: true,
    run: ({ conference }) => success(conference.status),
  },
  dial: {
    method: 'POST',
    validate: validateDialBody,
    // The validator has passed already: asking again only tells the compiler so.
    run: ({ conference, body, timings }) =>
      isDialBody(body) ? dialOut(conference, body, timings) : success([]),
  },
  message: {
    method: 'POST',
    guests: true,
    validate: validateMessageConferenceBody,
    run: ({ conference, caller, body }) => {
      const { uuid, display_name: origin } = caller;
      conference.deliver({
        origin,
        uuid,
        type: textField(body, 'type'),
        payload: textField(body, 'payload'),
      });
      return success(true);
    },
  },
  lock: lock(true),
  unlock: lock(false),
  muteguests: muteGuests(true),
  unmuteguests: muteGuests(false),
  clearallbuzz: {
    method: 'POST',
    run: ({ conference }) => {
      const raised = conference.participants.filter(({ buzz_time }) => buzz_time > 0);
      for (const { uuid } of raised) conference.update(uuid, { buzz_time: 0 });
      return success(true);
    },
  },
  transform_layout: { method: 'POST', validate: validateTransformLayoutBody, run: transformLayout },
  disconnect: {
    method: 'POST',
    run: ({ conference }) => {
      conference.end('Conference terminated by another participant');
      return success(true);
    },
  },
};
