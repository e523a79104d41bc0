import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName } from './harness/browser';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';

/** The guides' table "Participant properties", with the type that stands there. */
const PARTICIPANT = {
  uuid: 'string',
  name: 'string',
  role: 'string',
  uri: 'string',
  startTime: 'number',
  protocol: 'string',
  isExternal: 'boolean',
  presenting: 'boolean',
  muted: 'boolean',
  canControl: 'boolean',
  canDisconnect: 'boolean',
  canTransfer: 'boolean',
  canMute: 'boolean',
  serviceType: 'string',
  callType: 'string',
  spotlight: 'number',
  isStreaming: 'boolean',
  vad: 'number',
  stageIndex: 'number',
  rxPresentation: 'boolean',
  feccSupported: 'boolean',
  buzzTime: 'number',
  // What published plugins use beside the table.
  isVideoMuted: 'boolean',
};

/** The guides' table "Conference properties". */
const CONFERENCE = {
  locked: 'boolean',
  guestsMuted: 'boolean',
  chatEnabled: 'boolean',
  mediaType: 'string',
  started: 'boolean',
};

/** The guides' chapter "Plugin API functions". */
const API = [
  'registerPlugin',
  'createNewState',
  'sendRequest',
  'openTemplateDialog',
  'spotlightOnParticipant',
  'spotlightOffParticipant',
  'dialOut',
  'disconnectParticipant',
  'changeConferenceLayout',
  'transformConferenceLayout',
  'sendChatMessage',
];

/** The guides' table of actions. */
const ACTIONS = [
  'SEND_CHAT_MESSAGE',
  'RECEIVE_CHAT_MESSAGE',
  'SELECT_EVENT',
  'PARTICIPANT_CONNECT_SUCCESS',
  'PARTICIPANT_DISCONNECT_SUCCESS',
  // By their keys in published plugins.
  'CONNECT_SUCCESS',
  'DISCONNECT_SUCCESS',
];

/** The guides' own, and what published plugins lean on. */
const PEX = [
  ...['pluginAPI', 'actions', 'actions$', 'conferenceQueryParams'],
  ...['selfUUID', 'pexrtc', 'dispatchAction'],
];
const PEXRTC = ['conference_name', 'uuid', 'role', 'setParticipantText'];

type Row = Record<string, unknown>;
type Kept = Window & {
  tableParticipants: Row[];
  tableDetails: Row;
  tableLate(): { participants: Row[]; details: Row };
};
const typesOf = (row: Row | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, typeof value]));

let fixture: ClassicFixture;
beforeAll(async () => {
  fixture = await createClassicFixture('tests/fixtures/classic/guides');
});
afterAll(() => fixture?.close());

describe('what a classic plugin is given', () => {
  let here: ClassicMeeting;
  let uuid: string;

  beforeAll(async () => {
    here = await fixture.join();
    await here.webapp3.see('button', 'Start recording');
    const conference = fixture.meeting.node.conference();
    uuid = conference.join({
      display_name: 'Speaker',
      uri: 'sip:speaker@example.com',
      role: 'guest',
      is_presenting: 'YES',
      is_muted: 'YES',
      is_external: true,
      is_audio_only_call: 'YES',
      is_streaming_conference: true,
      transfer_supported: 'NO',
      fecc_supported: 'YES',
      rx_presentation_policy: 'DENY',
      protocol: 'h323',
      spotlight: 1_700_000_001,
      buzz_time: 1_700_000_002,
      start_time: 1_700_000_000,
    }).uuid;
    conference.broadcast('stage', [{ participant_uuid: uuid, stage_index: 0, vad: 100 }]);
    await here.runtime.waitFor(
      'the speaker on stage',
      (id) =>
        (window as unknown as Kept).tableParticipants.some((each) => each.uuid === id && each.vad === 100),
      uuid,
    );
  });

  const participants = () => here.runtime.evaluate(() => (window as unknown as Kept).tableParticipants);

  test('participants$ has the table’s properties and types, no more and no fewer', async () => {
    const rows = await participants();
    expect(rows.length).toBe(2);
    for (const row of rows) expect(typesOf(row)).toEqual(PARTICIPANT);
  });

  test('participants$ has the values of the meeting', async () => {
    expect((await participants()).find((row) => row.uuid === uuid)).toEqual({
      uuid,
      name: 'Speaker',
      role: 'guest',
      uri: 'sip:speaker@example.com',
      startTime: 1_700_000_000,
      protocol: 'h323',
      isExternal: true,
      presenting: true,
      muted: true,
      canControl: false,
      canDisconnect: true,
      canTransfer: false,
      canMute: true,
      serviceType: 'conference',
      callType: 'audio',
      spotlight: 1_700_000_001,
      isStreaming: true,
      vad: 100,
      stageIndex: 0,
      rxPresentation: false,
      feccSupported: true,
      buzzTime: 1_700_000_002,
      isVideoMuted: false,
    });
    const own = (await participants()).find((row) => row.uuid !== uuid);
    expect(own).toMatchObject({
      name: 'You',
      role: 'chair',
      protocol: 'api',
      callType: 'api',
      canControl: true,
    });
  });

  test('conferenceDetails$ has the table’s properties and types, and follows the conference', async () => {
    const details = () => here.runtime.evaluate(() => (window as unknown as Kept).tableDetails);
    expect(typesOf(await details())).toEqual(CONFERENCE);
    fixture.meeting.node.conference().setStatus({ locked: true, guests_muted: true });
    await here.runtime.waitFor('the lock', () => (window as unknown as Kept).tableDetails.locked === true);
    expect(await details()).toEqual({
      locked: true,
      guestsMuted: true,
      chatEnabled: true,
      mediaType: 'none',
      started: true,
    });
  });

  test('who subscribes late hears the latest of both', async () => {
    const late = await here.runtime.evaluate(() => (window as unknown as Kept).tableLate());
    expect(late.participants).toEqual(await participants());
    expect(late.details).toMatchObject({ locked: true });
  });

  test('window.PEX has what guides and published plugins name, and nothing beside it', async () => {
    const names = await here.runtime.evaluate(() => {
      const pex: unknown = Reflect.get(window, 'PEX');
      const keys = (of: unknown) => Object.keys(Object(of));
      const part = (name: string): unknown => Reflect.get(Object(pex), name);
      return {
        pex: keys(pex),
        api: keys(part('pluginAPI')),
        actions: keys(part('actions')),
        pexrtc: keys(part('pexrtc')),
        query: part('conferenceQueryParams'),
      };
    });
    expect(names.pex.toSorted()).toEqual(PEX.toSorted());
    expect(names.api.toSorted()).toEqual(API.toSorted());
    expect(names.actions.toSorted()).toEqual(ACTIONS.toSorted());
    expect(names.pexrtc.toSorted()).toEqual(PEXRTC.toSorted());
    expect(names.query).toEqual({});
  });

  test('a dialog’s reference has what the guide names, in both of its forms', async () => {
    const names = await here.runtime.evaluate(async () => {
      const api: unknown = Reflect.get(Object(Reflect.get(window, 'PEX')), 'pluginAPI');
      const opening = Reflect.get(Object(api), 'openTemplateDialog')({ title: 'T', body: '<p>B</p>' });
      const ref = await opening;
      ref.close();
      return { ref: Object.keys(ref), opening: Object.keys(opening) };
    });
    expect(names.ref.toSorted()).toEqual(['close', 'close$', 'viewInit$']);
    expect(names.opening.toSorted()).toEqual(['pipe', 'subscribe']);
  });

  test('the query of the meeting’s address is in conferenceQueryParams', async () => {
    const tab = await fixture.browser.open(`${fixture.meeting.directUrl()}?name=Query&extra=1`);
    const runtime = await tab.frame('iframe.widget[title="Plugins"]');
    const query = await runtime.waitFor('window.PEX', () => {
      const pex: unknown = Reflect.get(window, 'PEX');
      return pex ? Reflect.get(Object(pex), 'conferenceQueryParams') : undefined;
    });
    expect(query).toEqual({ name: 'Query', extra: '1' });
    await tab.close();
  });
});

describe('dialogs', () => {
  let here: ClassicMeeting;

  beforeAll(async () => {
    here = await fixture.join();
  });

  const violations = async () => {
    await here.runtime.evaluate(
      (source) => {
        // The frame has no policy against it; axe is a script like the plugins'.
        const script = document.createElement('script');
        script.textContent = source;
        document.head.append(script);
      },
      readFileSync('node_modules/axe-core/axe.min.js', 'utf8'),
    );
    return here.runtime.evaluate(async () => {
      const axe: unknown = Reflect.get(window, 'axe');
      const { violations: found } = await Reflect.get(Object(axe), 'run')('.classic-dialog:not([hidden])');
      return (found as { id: string; nodes: { html: string }[] }[]).map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
    });
  };

  test('a dialog with the standard classes has no accessibility faults of ours', async () => {
    await here.webapp3.click('button', 'Layout control');
    await here.runtime.see('button', 'Equal');
    expect(await violations()).toEqual([]);
    await here.webapp3.click('button', 'Close Plugins');
  });

  test('neither has the list of plugins', async () => {
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.click('button', 'Plugin');
    await here.runtime.see('switch', 'recording');
    expect(await violations()).toEqual([]);
  });
});

describe('the sandbox that the manifest asks for', () => {
  const withSandbox = async (sandboxValues: string[]) => (await fixture.another({ sandboxValues })).join();

  test('without allow-same-origin nothing can be fetched, and the console says what is missing', async () => {
    const here = await withSandbox(['allow-forms']);
    await here.webapp3.see('list', 'Participants');
    await here.webapp3.click('button', 'Settings');
    await here.webapp3.see('button', 'Plugin');
    await here.runtime.waitFor('the runtime to be there', () => 'PEX' in window);
    expect(here.console.join('\n')).toContain('settings.json is missing: it cannot be loaded');
    expect(here.console.join('\n')).toContain('"sandboxValues": ["allow-same-origin"]');
    expect(await here.webapp3.find('button', 'Start recording')).toBeUndefined();
  });

  test('without allow-forms a form’s submit is not even heard', async () => {
    const here = await withSandbox(['allow-same-origin']);
    await here.webapp3.click('button', 'Old dialog');
    await here.runtime.fill('textbox', 'Text', 'hello');
    await here.runtime.press('Enter');
    await here.runtime.click('button', 'Btn');
    await here.runtime.gone('dialog', anyName);
    expect(await here.runtime.evaluate(() => Reflect.get(window, 'v21Seen'))).toEqual(['closed']);
  });
});
