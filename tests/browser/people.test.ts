import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { brandingWith } from './support/branding';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';

const NAMESPACES = [
  { namespace: 'pexip:plugin:external-chat', query: '' },
  { namespace: 'rocketchat:videoconf', query: '?namespace=rocketchat:videoconf' },
];

describe.each(browsers)('in $name', (candidate) => {
  let fixture: Fixture;
  let page: ServedPage;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
    page = await servePage(readFileSync('tests/browser/doubles/people-host.html', 'utf8'));
  });
  afterAll(async () => {
    page?.close();
    await fixture?.close();
  });

  describe.each(NAMESPACES)(
    'our plugin, under a host page that knows only $namespace',
    ({ namespace, query }) => {
      let tab: Tab;
      let meeting: Surface;
      let node: Fixture['meeting']['node'];

      const say = (name: string, fields: object) =>
        tab.evaluate(
          (given, payload) => Reflect.get(window, 'say')(given, payload),
          name,
          fields as Record<string, unknown>,
        );
      /** Waits until the plugin reports this person with these fields, and returns the id. */
      const see = async (displayName: string, fields: object = {}): Promise<string> => {
        const uuid = await tab.waitFor(
          `${displayName} ${JSON.stringify(fields)}`,
          (name, wanted) => {
            const person = Reflect.get(window, 'personNamed')(name);
            const fits = person && Object.entries(wanted).every(([field, value]) => person[field] === value);
            return fits ? String(person.uuid) : undefined;
          },
          displayName,
          fields as Record<string, unknown>,
        );
        return String(uuid);
      };
      const gone = (displayName: string) =>
        tab.waitFor(
          `${displayName} gone`,
          (name) => Reflect.get(window, 'personNamed')(name) === undefined,
          displayName,
        );
      const dial = async (name: string, fields: object = {}) => {
        await say('dial-out', { destination: `${name}@example.com` });
        return see(`${name}@example.com`, { isRinging: false, ...fields });
      };
      const inNode = (uuid: string) =>
        node.conference('qa.meeting').participants.find((each) => each.uuid === uuid);

      beforeAll(async () => {
        const src = `./plugins/external-chat/index.html${query}`;
        const served = await fixture.another({ brandingDir: brandingWith({ src }) });
        node = served.meeting.node;
        const target = new URLSearchParams({ namespace, meeting: served.meeting.directUrl('qa.meeting') });
        tab = await fixture.browser.open(`${page.url}?${target}`);
        meeting = await tab.frame('#webapp3');
        await meeting.see('button', 'Open Participants');
        await tab.waitFor('self', () => Reflect.get(window, 'last')('self') !== undefined);
      });
      afterAll(() => tab?.close());

      test('has a Participants button that the page moves', async () => {
        await meeting.click('button', 'Open Participants');
        await meeting.see('button', 'Close Participants', ({ pressed }) => pressed === true);
        await meeting.click('button', 'Close Participants');
        await meeting.see('button', 'Open Participants', ({ pressed }) => pressed === false);
      });

      test('dials a destination alone as GUEST with auto', async () => {
        await dial('alice');
        expect(node.conference('qa.meeting').dials.at(-1)).toMatchObject({ role: 'GUEST', protocol: 'auto' });
      });

      test('reports people who wave, mute themselves and present', async () => {
        await dial('wave', { raisedHand: true });
        await dial('muted', { isClientMuted: true });
        await dial('present', { isPresenting: true });
      });

      test('admits somebody from the lobby', async () => {
        const participantUuid = await dial('lobby', { isWaiting: true });
        await say('admit', { participantUuid });
        await see('lobby@example.com', { isWaiting: false });
        expect(inNode(participantUuid)?.service_type).toBe('conference');
      });

      test('mutes, turns off the camera, and spotlights, each there and back', async () => {
        const participantUuid = await dial('bob');
        for (const [name, payload, field] of [
          ['mute', 'muted', 'isMuted'],
          ['mute-video', 'muted', 'isCameraMuted'],
          ['spotlight', 'active', 'isSpotlight'],
          ['raise-hand', 'raised', 'raisedHand'],
        ] as const) {
          for (const to of [true, false]) {
            await say(name, { participantUuid, [payload]: to });
            await see('bob@example.com', { [field]: to });
          }
        }
      });

      test('makes somebody a host and a guest again', async () => {
        const participantUuid = await see('bob@example.com');
        await say('set-role', { participantUuid, role: 'host' });
        await see('bob@example.com', { isHost: true });
        await say('set-role', { participantUuid, role: 'guest' });
        await see('bob@example.com', { isHost: false });
      });

      test('sends tones, sets a text overlay, transfers and removes', async () => {
        const participantUuid = await see('bob@example.com');
        await say('dtmf', { participantUuid, digits: '12#' });
        await say('text-overlay', { participantUuid, text: 'Robert' });
        await see('bob@example.com', { overlayText: 'Robert' });
        // A request of its own, which may arrive after the other.
        await expect
          .poll(() => node.conference('qa.meeting').dtmf)
          .toContainEqual({ uuid: participantUuid, digits: '12#' });
        await say('transfer', { participantUuid, alias: 'other.meeting', role: 'guest' });
        await gone('bob@example.com');
        expect(node.conference('other.meeting').participants).toHaveLength(1);
        await say('disconnect', { participantUuid: await see('alice@example.com') });
        await gone('alice@example.com');
      });

      test('locks the meeting and mutes all guests', async () => {
        await say('lock', { locked: true });
        await say('mute-all-guests', { muted: true });
        await tab.waitFor('the conference', () => {
          const { locked, guestsMuted } = Object(Reflect.get(window, 'last')('conference'));
          return locked === true && guestsMuted === true;
        });
        await see('wave@example.com', { isMuted: true });
      });

      test('passes on why the node refuses', async () => {
        const participantUuid = await dial('stubborn');
        await say('disconnect', { participantUuid, requestId: 'r1' });
        const refusal = await tab.waitFor('a refusal', () => Reflect.get(window, 'last')('action-error'));
        expect(refusal).toMatchObject({
          request: 'disconnect',
          requestId: 'r1',
          participantUuid,
          message: 'This participant refuses everything',
        });
      });
    },
  );
});
