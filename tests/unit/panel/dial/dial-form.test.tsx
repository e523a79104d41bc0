// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  aCall,
  aMeeting,
  choose,
  description,
  eventually,
  IN_M1,
  openPanel,
  press,
  rendered,
  START,
  spoken,
  the,
  type,
  value,
} from '../fixture';

let panel: ReturnType<typeof openPanel>;
beforeEach(() => {
  panel = openPanel();
});

const WAITING = aMeeting({ plugin: { name: 'waiting' } });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4/;
const details = () => document.querySelector<HTMLDetailsElement>('.more-options details');

describe('dialing', () => {
  it('sends what was typed, without the spaces around it and without blank fields', async () => {
    await panel.receive(aMeeting());
    await type('Destination', '  alice@example.com ');
    await type('Source display name', ' QA ');
    await type('Overlay text', '  ');
    await press('button', 'Dial');
    expect(panel.sent).toEqual([
      {
        type: 'dial',
        ...IN_M1,
        call: expect.stringMatching(UUID),
        request: {
          destination: 'alice@example.com',
          protocol: 'auto',
          role: 'GUEST',
          source_display_name: 'QA',
        },
      },
    ]);
  });

  it('sends all twelve fields', async () => {
    await panel.receive(aMeeting());
    const typed = {
      Destination: 'rtmp://live.example.com/key',
      'Presentation URL': 'rtmp://live.example.com/slides',
      'DTMF sequence': '12*#Ad,p',
      Source: 'qa.meeting@example.com',
      'Source display name': 'QA',
      'Display name': 'Live',
      'Overlay text': 'On air',
    };
    for (const [name, text] of Object.entries(typed)) await type(name, text);
    await choose('Protocol', 'rtmp');
    await choose('Role', 'HOST');
    await choose('Call type', 'video-only');
    await choose('Streaming', 'yes');
    await choose('Keep conference alive', 'keep_conference_alive_never');
    await press('button', 'Dial');
    // What the destination is takes a moment to look up.
    await eventually(() => expect(panel.sent).toHaveLength(1));
    expect(panel.sent).toMatchObject([
      {
        request: {
          role: 'HOST',
          destination: 'rtmp://live.example.com/key',
          protocol: 'rtmp',
          call_type: 'video-only',
          presentation_url: 'rtmp://live.example.com/slides',
          streaming: 'yes',
          dtmf_sequence: '12*#Ad,p',
          source: 'qa.meeting@example.com',
          source_display_name: 'QA',
          remote_display_name: 'Live',
          text: 'On air',
          keep_conference_alive: 'keep_conference_alive_never',
        },
      },
    ]);
  });

  it('gives each call an id of its own', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice');
    await press('button', 'Dial');
    await type('Destination', 'bob');
    await press('button', 'Dial');
    const ids = panel.sent.map((request) => request.type === 'dial' && request.call);
    expect(new Set(ids).size).toBe(2);
  });

  it('takes a double click and a held Enter for one call', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice');
    const dial = the('button', 'Dial');
    for (const detail of [1, 2]) {
      dial.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    }
    await rendered();
    expect(panel.sent).toHaveLength(1);

    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
    });
    the('textbox', 'Destination').dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    const pressed = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    the('textbox', 'Destination').dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(false);
  });
});

describe('what is refused', () => {
  const wrong = [
    { field: 'Destination', input: '', error: 'Enter an address, number or link to call.' },
    { field: 'Destination', input: '   ', error: 'Enter an address, number or link to call.' },
    { field: 'Destination', input: 'x'.repeat(513), error: 'Too long. Use 512 characters or fewer.' },
    { field: 'Source', input: 'x'.repeat(513), error: 'Too long. Use 512 characters or fewer.' },
    { field: 'Overlay text', input: 'x'.repeat(257), error: 'Too long. Use 256 characters or fewer.' },
    { field: 'DTMF sequence', input: '12x3 z', error: 'Remove characters that aren’t tones: x ␣ z' },
    {
      field: 'Presentation URL',
      input: 'rtmp://example.com',
      error: 'Works only with RTMP. Select RTMP under Protocol, or clear this field.',
    },
  ];

  it.each(wrong)('$field: $error', async ({ field, input, error }) => {
    await panel.receive(aMeeting());
    if (field !== 'Destination') await type('Destination', 'alice');
    await type(field, input);
    await press('button', 'Dial');

    expect(panel.sent).toEqual([]);
    const box = the('textbox', field);
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(description(box)).toContain(error);
    expect(document.activeElement).toBe(box);
    expect(value('textbox', field)).toBe(input);
    expect(details()?.open).toBe(field !== 'Destination');
  });

  it('focuses the first of several, and marks them all', async () => {
    await panel.receive(aMeeting());
    await type('DTMF sequence', 'x');
    await press('button', 'Dial');
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
  });

  it('takes an error away when its field is edited', async () => {
    await panel.receive(aMeeting());
    await type('Presentation URL', 'rtmp://example.com');
    await press('button', 'Dial');
    await type('Destination', 'alice');
    expect(the('textbox', 'Destination').hasAttribute('aria-invalid')).toBe(false);
    expect(the('textbox', 'Presentation URL').hasAttribute('aria-invalid')).toBe(true);
    await choose('Protocol', 'rtmp');
    expect(the('textbox', 'Presentation URL').hasAttribute('aria-invalid')).toBe(false);
    await press('button', 'Dial');
    expect(panel.sent).toHaveLength(1);
  });

  it('moves the focus again when the same field is refused again', async () => {
    await panel.receive(aMeeting());
    await press('button', 'Dial');
    the('button', 'Dial').focus();
    await press('button', 'Dial');
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
  });
});

/** Of a plugin that tells when the user has joined. */
const TO_JOIN = aMeeting({ plugin: { name: 'ready', inMeeting: false, features: ['connected'] } });

describe('before the plugin is ready', () => {
  it.each([
    { name: 'waiting', meetings: [WAITING], reason: 'The plugin isn’t connected yet' },
    { name: 'no meeting', meetings: [], reason: 'There’s no meeting on this page' },
    { name: 'not joined yet', meetings: [TO_JOIN], reason: 'Join the meeting first' },
  ])('says why a press of Dial does nothing: $name', async ({ meetings, reason }) => {
    await panel.receive(...meetings);
    await type('Destination', 'alice');
    expect(the<HTMLButtonElement>('button', 'Dial').disabled).toBe(false);
    await press('button', 'Dial');
    expect(panel.sent).toEqual([]);
    expect(description(the('button', 'Dial'))).toContain(reason);
    expect(spoken().join()).toContain(reason);

    await panel.receive(aMeeting());
    expect(description(the('button', 'Dial'))).toBe('');
    expect(panel.sent).toEqual([]);
  });
});

describe('the draft', () => {
  it('outlives a failed call, a joined call and the loss of the peer', async () => {
    await panel.receive(aMeeting());
    await type('Destination', 'alice');
    await choose('Protocol', 'h323');
    await choose('Role', 'HOST');
    await type('Overlay text', 'Guest of honour');
    await press('button', 'Dial');
    await panel.receive(
      aMeeting({ calls: [aCall('alice', { state: { name: 'failed', message: 'busy', at: START } })] }),
    );
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: { name: 'joined', at: START } })] }));
    await panel.lose();
    await panel.receive(aMeeting({ id: 'm9' }));

    expect(value('textbox', 'Destination')).toBe('alice');
    expect(value('combobox', 'Protocol')).toBe('h323');
    expect(value('combobox', 'Role')).toBe('HOST');
    expect(value('textbox', 'Overlay text')).toBe('Guest of honour');
  });

  it('tells of values that are out of sight', async () => {
    await panel.receive(aMeeting());
    await type('Overlay text', 'x');
    await choose('Streaming', 'no');
    const summary = document.querySelector('.more-options summary');
    expect(summary && description(summary)).toBe('2 set');
  });
});
