// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { PANEL_PROTOCOL } from '../../../../protocol/panel';
import {
  aCall,
  all,
  aMeeting,
  byId,
  choose,
  description,
  eventually,
  IN_M1,
  openPanel,
  openView,
  press,
  the,
  type,
} from '../fixture';

/** What was asked for beside the log, which *Testing* begins with. */
const pressed = ({ sent }: ReturnType<typeof openPanel>) =>
  sent.filter(({ type }) => type !== 'inspect' && type !== 'front');

const WAITING = aMeeting({ plugin: { name: 'waiting' } });
const READY = aMeeting({ plugin: { name: 'ready', inMeeting: false, features: [] } });

const status = () => the('status').textContent;
const text = () => byId('root').textContent;

describe('status', () => {
  it('follows the peer from no meeting to being in one, and back', async () => {
    const panel = openPanel();
    expect(status()).toBe('No meeting on this page');
    await panel.receive();
    expect(status()).toBe('No meeting on this page');
    await panel.receive(WAITING);
    expect(status()).toBe('Waiting for the plugin');
    await panel.receive(READY);
    expect(status()).toBe('Plugin ready');
    await panel.receive(aMeeting());
    expect(status()).toBe('In the meeting');
    await panel.lose();
    expect(status()).toBe('No meeting on this page');
  });

  it('has a shape of its own for each state', async () => {
    const panel = openPanel();
    const shapes = new Set<string | undefined>();
    for (const meetings of [[], [WAITING], [READY], [aMeeting()]]) {
      await panel.receive(...meetings);
      shapes.add(document.querySelector('header svg')?.innerHTML);
    }
    expect(shapes.size).toBe(4);
  });

  it('explains what to do where there is nothing to act upon', async () => {
    const panel = openPanel();
    // What explains a state is loaded after it.
    await eventually(() => {
      expect(text()).toContain(
        'Open a meeting, or a page with a meeting embedded in it, then click the icon again.',
      );
    });
    await panel.receive(WAITING);
    expect(text()).toContain(
      'The plugin connects when the meeting loads. If this message stays, reload the meeting, or select Chat in it.',
    );
    await panel.receive(READY);
    expect(text()).not.toContain('reload the meeting');
  });

  it('asks to join a meeting whose plugin is ready, where the plugin tells when one has joined', async () => {
    const panel = openPanel();
    const sentence = 'Join the meeting to dial out.';
    await panel.receive(aMeeting({ plugin: { name: 'ready', inMeeting: false, features: ['connected'] } }));
    await eventually(() => expect(text()).toContain(sentence));
    await panel.receive(READY);
    expect(text()).not.toContain(sentence);
    await panel.receive(aMeeting());
    expect(text()).not.toContain(sentence);
  });
});

describe('a peer of another version', () => {
  it('is acted upon by nothing, and the panel says what to do', async () => {
    const panel = openPanel();
    for (const version of [PANEL_PROTOCOL - 1, PANEL_PROTOCOL + 1]) {
      await panel.sayAs(version, aMeeting());
      expect(status()).toBe('No meeting on this page');
      await eventually(() => {
        expect(text()).toContain(
          'The extension was updated while this page was open. Click its icon to continue',
        );
      });
      await panel.receive(aMeeting());
      expect(status()).toBe('In the meeting');
      expect(text()).not.toContain('The extension was updated');
    }
    expect(panel.sent).toEqual([]);
  });
});

describe('meetings', () => {
  it('shows the alias of the only one', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting());
    expect(text()).toContain('qa.meeting');
    expect(all('combobox', 'Meeting')).toEqual([]);
  });

  it('offers a choice between several, and acts on the chosen one', async () => {
    const panel = openPanel();
    const other = aMeeting({ id: 'm2', alias: 'other', calls: [aCall('bob')], chat: true });
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }), other);
    expect(status()).toBe('Several meetings on this page');

    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    expect(status()).toBe('In the meeting');
    expect(all('listitem')).toHaveLength(1);
    await openView('Testing');
    await eventually(() => expect(the<HTMLInputElement>('switch', 'Chat').checked).toBe(true));
    await press('switch', 'Unread badge');
    expect(pressed(panel)).toEqual([{ type: 'set-badge', ...IN_M1, meeting: 'm2', visible: true }]);
  });

  it('falls back to the first when the chosen one leaves the page', async () => {
    const panel = openPanel();
    const second = aMeeting({ id: 'm2', alias: 'other' });
    await panel.receive(WAITING, second);
    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    await panel.receive(WAITING);
    expect(status()).toBe('Waiting for the plugin');
  });

  it('chooses the one that the page names, and none that only calls itself a meeting', async () => {
    const panel = openPanel();
    const advert = aMeeting({ id: 'm2', recognised: true, host: 'ads.example' });
    await panel.receive(aMeeting({ named: true }), advert);
    expect(status()).toBe('In the meeting');
    await eventually(() => the('combobox', 'Meeting'));
    expect(the<HTMLSelectElement>('combobox', 'Meeting').value).toBe('m1');
    for (const named of [true, false]) {
      await panel.receive(aMeeting({ named }), { ...advert, named });
      expect(status()).toBe('Several meetings on this page');
    }
  });

  it('dials nowhere before one is chosen, and says so', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting(), aMeeting({ id: 'm2', host: 'ads.example' }));
    await type('Destination', 'alice');
    await press('button', 'Dial');
    await eventually(() => expect(text()).toContain('Select a meeting at the top'));
    expect(pressed(panel)).toEqual([]);
  });

  it('keeps the one in which the user has dialed when another comes', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting());
    await type('Destination', 'alice');
    await press('button', 'Dial');
    await panel.receive(aMeeting({ calls: [aCall('alice')] }), aMeeting({ id: 'm2', host: 'ads.example' }));
    expect(status()).toBe('In the meeting');
    expect(all('listitem')).toHaveLength(1);
  });

  it('shows the host in the title of the only one', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting());
    expect(document.querySelector('.alias')?.getAttribute('title')).toBe('qa.meeting – meet.example.com');
  });

  it('shows the hosts of several, and tells namesakes and nameless ones apart', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting(), aMeeting({ id: 'm2' }), aMeeting({ id: 'm3', alias: undefined }));
    await eventually(() => the('combobox', 'Meeting'));
    const { options } = the<HTMLSelectElement>('combobox', 'Meeting');
    expect([...options].map((option) => option.text)).toEqual([
      'Select a meeting',
      'qa.meeting (1) – meet.example.com',
      'qa.meeting (2) – meet.example.com',
      'Meeting 3 – meet.example.com',
    ]);
  });

  it.each([
    ['another host behind it', 'qa.meeting – meet.example.com', 'qa.meeting meet.example.com – ads.example'],
    [
      'a dash of another script',
      'qa.meeting \u2e3a meet.example.com',
      'qa.meeting meet.example.com – ads.example',
    ],
    [
      'blanks that push its host away',
      `qa${'\u2800\u3000 '.repeat(80)}.meeting`,
      'qa .meeting – ads.example',
    ],
    ['marks that turn what follows around', '\u202eqa\u2067', 'qa – ads.example'],
    ['marks that pile up', `q${'\u0301'.repeat(200)}a`, `q${'\u0301'.repeat(4)}a – ads.example`],
    ['five marks, as Burmese words have', 'မျှော်', 'မျှော် – ads.example'],
    ['great length', 'x'.repeat(250), `${'x'.repeat(40)}… – ads.example`],
    ['nothing that is seen', '\u200b\u3164', 'Meeting 2 – ads.example'],
  ])('shows the host plainly beside an alias that has %s', async (_, alias, expected) => {
    const panel = openPanel();
    await panel.receive(aMeeting(), aMeeting({ id: 'm2', alias, host: 'ads.example' }));
    await eventually(() => the('combobox', 'Meeting'));
    expect(the<HTMLSelectElement>('combobox', 'Meeting').options[2]?.text).toBe(expected);
  });

  it('tells a meeting that is still there from the same one that has left the page', async () => {
    const panel = openPanel();
    const gone = aMeeting({ id: 'm0', present: false, calls: [aCall('alice')] });
    await panel.receive(aMeeting({ id: 'm9', alias: 'other' }), aMeeting(), aMeeting({ id: 'm2' }), gone);
    await eventually(() => the('combobox', 'Meeting'));
    const { options } = the<HTMLSelectElement>('combobox', 'Meeting');
    expect([...options].map((option) => option.text).slice(1)).toEqual([
      'other – meet.example.com',
      'qa.meeting (1) – meet.example.com',
      'qa.meeting (2) – meet.example.com',
      'qa.meeting – meet.example.com – left the page',
    ]);
  });
});

describe('switches', () => {
  const chat = () => the<HTMLInputElement>('switch', 'Chat');

  it('shows what the peer says, not what was pressed', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting());
    await openView('Testing');
    await eventually(chat);
    await press('switch', 'Chat');
    expect(pressed(panel)).toEqual([{ type: 'set-chat', ...IN_M1, active: true }]);
    expect(chat().checked).toBe(false);
    await panel.receive(aMeeting({ chat: true }));
    expect(chat().checked).toBe(true);
    await press('switch', 'Chat');
    expect(pressed(panel)[1]).toEqual({ type: 'set-chat', ...IN_M1, active: false });
    expect(chat().checked).toBe(true);
  });

  it('sends and shows the badge', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting());
    await openView('Testing');
    await eventually(chat);
    await press('switch', 'Unread badge');
    expect(pressed(panel)).toEqual([{ type: 'set-badge', ...IN_M1, visible: true }]);
    await panel.receive(aMeeting({ badge: true }));
    expect(the<HTMLInputElement>('switch', 'Unread badge').checked).toBe(true);
    expect(chat().checked).toBe(false);
  });

  it('is disabled without a meeting, with a reason', async () => {
    const panel = openPanel();
    await openView('Testing');
    await eventually(chat);
    expect(chat().disabled).toBe(true);
    expect(description(chat())).toBe('Available when there’s a meeting.');
    await panel.receive(aMeeting());
    expect(chat().disabled).toBe(false);
    expect(description(chat())).toBe('');
  });
});
