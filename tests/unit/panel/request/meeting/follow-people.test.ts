import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { followPeople, peopleNow } from '../../../../../panel/request/meeting/follow-people';
import type { Meeting } from '../../../../../protocol/meeting';
import type { PanelRequest } from '../../../../../protocol/panel-requests';
import { aMeeting } from '../../fixture';

let sent: PanelRequest[];
let connection: Parameters<typeof followPeople>[0];
beforeEach(() => {
  sent = [];
  connection = {
    meetings: signal([]),
    send: (request: PanelRequest) => void sent.push(request),
    onPeople: () => {},
  } as unknown as typeof connection;
});

const told = () => sent.splice(0).map((request) => request.type === 'follow-people' && stateOf(request));
const stateOf = ({ on, shown }: { on: boolean; shown: boolean }) => (on ? (shown ? 'shown' : 'on') : 'off');

describe('the parts of a panel that follow people', () => {
  const meeting = signal<Meeting | undefined>(aMeeting());
  const follow = (first: boolean | 'shown') => {
    const wanted = signal<boolean | 'shown'>(first);
    const stop = new AbortController();
    followPeople(connection, meeting, wanted, stop.signal);
    return { wanted, end: () => stop.abort() };
  };

  it('say that people are shown only while one of them shows them', () => {
    const suggestions = follow(true);
    expect(told()).toEqual(['on']);
    const view = follow('shown');
    expect(told()).toEqual(['shown']);
    view.wanted.value = true;
    expect(told()).toEqual(['on']);
    view.wanted.value = 'shown';
    expect(told()).toEqual(['shown']);
    suggestions.end();
    expect(told()).toEqual([]);
    view.end();
    expect(told()).toEqual(['off']);
  });

  it('leave it shown while another one comes and goes, as before each dial-out', async () => {
    const view = follow('shown');
    told();
    const { value } = meeting;
    if (value) void peopleNow(connection, { ...value, people: { total: 0, waiting: 0, raised: 0 } });
    expect(told()).toEqual(['shown']);
    view.wanted.value = false;
    expect(told()).toEqual(['on']);
  });

  it('begin anew in another load of the meeting', () => {
    const load = signal<Meeting | undefined>(aMeeting());
    const stop = new AbortController();
    followPeople(connection, load, signal('shown'), stop.signal);
    load.value = aMeeting({ load: 1 });
    expect(told()).toEqual(['shown', 'off', 'shown']);
    load.value = undefined;
    expect(told()).toEqual(['off']);
    stop.abort();
    expect(told()).toEqual([]);
  });
});
