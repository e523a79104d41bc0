import {
  validateDtmfParticipantBody,
  validateMessageParticipantBody,
  validateOverlaytextParticipantBody,
  validateRoleParticipantBody,
  validateTransferParticipantBody,
} from '@pexip/infinity-api/dist/participant/validation.js';
import { type PexipValidator, textField } from './body';
import type { Conference } from './conference';
import type { NodeParticipant } from './participant';
import { failed, type Reply, success } from './replies';

/** What a call under `/participants/<uuid>/` is given. */
interface ParticipantCall {
  conference: Conference;
  /** Another conference of the same node. */
  other: (alias: string) => Conference;
  caller: NodeParticipant;
  target: NodeParticipant;
  body: Record<string, unknown>;
}

/** One call under `/participants/<uuid>/`. */
interface ParticipantRoute {
  /** Guests may use it on other people too; without this they may use it on themselves only. */
  guests?: true;
  /** Guests may not use it even on themselves. */
  hosts?: true;
  validate?: PexipValidator;
  run: (call: ParticipantCall) => Reply;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

function setting(fields: () => Partial<NodeParticipant>): ParticipantRoute {
  return { run: ({ conference, target }) => success(conference.update(target.uuid, fields())) };
}

function transfer({ conference, other, target, body }: ParticipantCall): Reply {
  // A browser would have to leave and join by itself, on a `refer` event; that is not part of this box.
  if (conference.isBrowser(target.uuid)) return failed('transfer failed');
  conference.remove(target.uuid);
  const role = textField(body, 'role') === 'host' ? 'chair' : 'guest';
  const destination = other(textField(body, 'conference_alias'));
  destination.join({ ...target, local_alias: destination.alias, role });
  return success(true);
}

/** Pexip's calls on one participant, by the last part of their path. */
export const PARTICIPANT_ROUTES: Record<string, ParticipantRoute> = {
  disconnect: {
    run: ({ conference, target }) =>
      success(conference.remove(target.uuid, 'Disconnected by another participant')),
  },
  mute: setting(() => ({ is_muted: 'YES' })),
  unmute: setting(() => ({ is_muted: 'NO' })),
  client_mute: setting(() => ({ is_client_muted: true })),
  client_unmute: setting(() => ({ is_client_muted: false })),
  video_muted: setting(() => ({ is_video_muted: true })),
  video_unmuted: setting(() => ({ is_video_muted: false })),
  spotlighton: setting(() => ({ spotlight: seconds() })),
  spotlightoff: setting(() => ({ spotlight: 0 })),
  buzz: setting(() => ({ buzz_time: seconds() })),
  clearbuzz: setting(() => ({ buzz_time: 0 })),
  unlock: { hosts: true, ...setting(() => ({ service_type: 'conference' })) },
  overlaytext: {
    validate: validateOverlaytextParticipantBody,
    run: ({ conference, target, body }) =>
      success(conference.update(target.uuid, { overlay_text: textField(body, 'text') })),
  },
  role: {
    hosts: true,
    validate: validateRoleParticipantBody,
    run: ({ conference, target, body }) =>
      success(
        conference.update(target.uuid, { role: textField(body, 'role') === 'chair' ? 'chair' : 'guest' }),
      ),
  },
  dtmf: {
    validate: validateDtmfParticipantBody,
    run: ({ conference, target, body }) => {
      conference.dtmf.push({ uuid: target.uuid, digits: textField(body, 'digits') });
      return success(true);
    },
  },
  transfer: { validate: validateTransferParticipantBody, run: transfer },
  message: {
    guests: true,
    validate: validateMessageParticipantBody,
    run: ({ conference, caller, target, body }) => {
      const { uuid, display_name: origin } = caller;
      const message = { origin, uuid, type: textField(body, 'type'), payload: textField(body, 'payload') };
      conference.deliver(message, target.uuid);
      return success(true);
    },
  },
};
