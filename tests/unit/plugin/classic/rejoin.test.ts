import type { Observable, Subscription } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import type { Action } from '../../../../plugin/classic/meeting/actions';
import { followMeeting } from '../../../../plugin/classic/meeting/meeting';
import { ClassicPlugin, type PluginParts } from '../../../../plugin/classic/plugins/classic-plugin';
import { readRegistration } from '../../../../plugin/classic/plugins/registration';
import { ActionStream } from '../../../../plugin/classic/streams/action-stream';
import { runningOwner } from '../../../../plugin/classic/streams/owner';
import { createEvents } from './support/web-app-events';

type Streams = [participants$: Observable<unknown[]>, details$: Observable<object>];

/** A meeting that a test joins and leaves, with one plugin of a toolbar item. */
function stage(
  load: (actions$: Observable<Action>, ...streams: Streams) => void,
  roles = ['chair', 'guest'],
) {
  const { events, send } = createEvents();
  const meeting = followMeeting(events);
  meeting.catchUp({ connected: false });
  const actions$ = new ActionStream(meeting.actions$, runningOwner);
  const items = { menu: null, items: [] };
  const about = {
    name: 'One',
    platforms: ['web'],
    participantRoles: roles,
    srcURL: 'a.js',
    menuItems: items,
  };
  const found = { entry: { id: 'one' }, package: { ok: true, value: about }, notes: [], path: '' };
  const parts = { meeting, ui: {}, addressOf: String, onChange: () => {} };
  const [given, shared] = [found, parts] as unknown as [
    ConstructorParameters<typeof ClassicPlugin>[0],
    PluginParts,
  ];
  const plugin = new ClassicPlugin(given, true, undefined, shared);
  meeting.role$.subscribe(() => plugin.settle());
  const unload = vi.fn();
  const registration = readRegistration({
    id: 'one',
    load: (...streams: Streams) => load(actions$, ...streams),
    unload,
  });
  if (registration) plugin.register(registration);
  return {
    ...{ meeting, plugin, unload },
    join(role: 'chair' | 'guest' = 'chair') {
      send('authenticatedWithConference', { conferenceAlias: 'demo' });
      send('conferenceStatus', { status: { locked: true, guestsMuted: true, started: true } });
      send('participants', { participants: [{ uuid: 'me', role, displayName: 'Ada' }] });
      send('me', { participant: { uuid: 'me', role, displayName: 'Ada', callType: 'video' } });
      send('connected');
    },
    leave: () => send('userInitiatedDisconnect'),
    actions: () => meeting.actions$,
  };
}

describe('a plugin whose user leaves and joins again and again', () => {
  it('hears each thing once, where it subscribes with each meeting and ends that with it', () => {
    const heard: string[] = [];
    const { join, leave, meeting } = stage((actions$, participants$) => {
      let own: Subscription[] = [];
      actions$.subscribe(({ type }) => {
        if (type === '[Conference] Connect Success') {
          own = [
            participants$.subscribe((list) => heard.push(`participants ${list.length}`)),
            actions$.subscribe(({ type: each }) => each === 'poke' && heard.push('poke')),
          ];
        } else if (type === '[Conference] Disconnect Success') {
          for (const each of own) each.unsubscribe();
        }
      });
    });
    for (let time = 0; time < 20; time += 1) {
      heard.length = 0;
      join();
      meeting.actions$.next({ type: 'poke' });
      leave();
      meeting.actions$.next({ type: 'poke' });
      expect(heard).toEqual(['participants 1', 'poke', 'participants 0']);
    }
    // One of the plugin’s own is left, and none of the meetings that are over.
    expect(meeting.actions$.observers).toHaveLength(1);
    expect(meeting.participants$.observers).toHaveLength(0);
  });

  it('is given nothing of the meeting that it has left', () => {
    const details: object[] = [];
    const { join, leave } = stage((_, __, details$) => details$.subscribe((each) => details.push(each)));
    const before = { locked: false, guestsMuted: false, mediaType: 'none', started: false };
    join();
    expect(details.at(-1)).toMatchObject({
      locked: true,
      guestsMuted: true,
      mediaType: 'video',
      started: true,
    });
    leave();
    expect(details.at(-1)).toMatchObject(before);
  });

  it('loads and ends with its role, and leaves no subscription behind', () => {
    const load = vi.fn((actions$: Observable<Action>, ...streams: Streams) => {
      for (const each of [actions$, ...streams]) each.subscribe(() => {});
    });
    const { join, leave, meeting, unload, plugin } = stage(load, ['chair']);
    for (let time = 1; time <= 5; time += 1) {
      join('chair');
      expect([load.mock.calls.length, unload.mock.calls.length]).toEqual([time, time - 1]);
      leave();
      join('guest');
      expect([load.mock.calls.length, unload.mock.calls.length]).toEqual([time, time]);
      expect(plugin.status).toBe('other-role');
      leave();
    }
    const { actions$, participants$, conferenceDetails$ } = meeting;
    const observers = [actions$, participants$, conferenceDetails$].map(({ observers: each }) => each.length);
    expect(observers).toEqual([0, 0, 0]);
  });
});
