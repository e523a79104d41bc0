import type { RPCCalls } from '@pexip/plugin-api';
import { limitDispatches } from '../isolation/dispatches';
import { asksForDevices } from '../isolation/lookups';
import type { Asking } from '../isolation/requests';
import { ACTIONS, type Action } from '../meeting/actions';
import type { ClassicMeeting } from '../meeting/meeting';
import { notOfPexRtc, OBSTACLES } from '../obstacles/obstacles';
import type { ActionStream } from '../streams/action-stream';
import { queryParamsOf } from './as-called';
import type { PluginApi } from './plugin-api';
import { ask } from './reply';

type QueryParams = ReturnType<typeof queryParamsOf>;

/** What `window.PEX` is made of. */
interface PexParts {
  meeting: ClassicMeeting;
  channel: Asking;
  pluginAPI: PluginApi;
  actions$: ActionStream;
  /** Reads the query of Web App 3's address, which changes without a reload. */
  readQuery(): QueryParams;
  /** Tells under the calling plugin's name what Web App 3 has no place for. */
  report(sentence: string): void;
}

/** What the language and libraries ask of any object, to find out what it is. */
const OF_ANY_OBJECT = ['then', 'toJSON', 'length', 'nodeType', 'nodeName', 'window', 'jquery', 'subscribe'];

type Overlay = RPCCalls['participant:setTextOverlay']['payload'];

/**
 * `window.PEX`. Beside what the guides have: `selfUUID`, `pexrtc` and `dispatchAction`, on which published
 * plugins lean, each with the parts that they use.
 */
export function createPex({ meeting, channel, pluginAPI, actions$, readQuery, report }: PexParts) {
  /** Tells of the parts of PexRTC that plugins use and this host does not have. */
  const watchPexRtc = <T extends object>(parts: T): T =>
    new Proxy(parts, {
      get(target, name) {
        const isPart = typeof name === 'string' && !OF_ANY_OBJECT.includes(name);
        if (isPart && !(name in target)) report(notOfPexRtc(name));
        return Reflect.get(target, name);
      },
      set(target, name, value) {
        report(notOfPexRtc(String(name)));
        return Reflect.set(target, name, value);
      },
    });
  const dispatch = limitDispatches(
    (action) => meeting.actions$.next(action),
    () => report(OBSTACLES.answers),
  );
  return {
    pluginAPI,
    actions$,
    actions: ACTIONS,
    /** @see Plugin guide (later), "Query parameters" */
    get conferenceQueryParams(): QueryParams {
      return readQuery();
    },
    get selfUUID(): string | undefined {
      return meeting.me?.uuid;
    },
    pexrtc: watchPexRtc({
      get conference_name(): string | undefined {
        return meeting.alias;
      },
      get uuid(): string | undefined {
        return meeting.me?.uuid;
      },
      get role(): 'HOST' | 'GUEST' | undefined {
        return meeting.me && (meeting.me.role === 'chair' ? 'HOST' : 'GUEST');
      },
      setParticipantText: (uuid: string, text: string) =>
        ask(channel, 'participant:setTextOverlay', {
          participantUuid: uuid as Overlay['participantUuid'],
          text,
        }),
    }),
    /**
     * Who listens hears of it. Web App 3 itself obeys no such actions: it has no camera or microphone for
     * plugins.
     */
    dispatchAction(action: Action): void {
      if (asksForDevices(String(action.type), meeting.me)) report(OBSTACLES.devices);
      dispatch(action);
    },
  };
}

/**
 * The query of Web App 3's address, also of one that has it behind `#`. It has this document's origin, so
 * that its address can be read.
 */
export function readQueryParams(parent: Window): QueryParams {
  try {
    const { search, hash } = parent.location;
    const [, behind = ''] = /\?(.*)$/.exec(hash) ?? [];
    return { ...queryParamsOf(behind), ...queryParamsOf(search) };
  } catch {
    return {};
  }
}
