import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName } from './harness/browser';
import { eventually } from './harness/eventually';
import { type ClassicFixture, type ClassicMeeting, createClassicFixture } from './support/classic-fixture';

describe('the recording plugin of the guide, as it is printed', () => {
  let fixture: ClassicFixture;
  let here: ClassicMeeting;

  beforeAll(async () => {
    fixture = await createClassicFixture('tests/fixtures/classic/guides');
    here = await fixture.join();
  });
  afterAll(() => fixture?.close());

  const streams = () =>
    fixture.meeting.node.conference().participants.filter(({ is_streaming_conference: streams }) => streams);

  const field = () =>
    here.runtime.evaluate(() => {
      const input = document.querySelector('input');
      return { placeholder: input?.placeholder, border: input?.style.border };
    });

  test('has its label from its state', async () => {
    await here.webapp3.see('button', 'Start recording');
  });

  test('opens its dialog, with the field focused', async () => {
    await here.webapp3.click('button', 'Start recording');
    await here.runtime.see('dialog', 'Record alias');
    await here.runtime.see('textbox', anyName, ({ focused }) => focused);
    expect(await field()).toMatchObject({ placeholder: 'Type the alias details here' });
  });

  test('a refused alias marks the field red', async () => {
    await here.runtime.fill('textbox', anyName, 'busy@example.com');
    await here.runtime.click('button', 'Start');
    await here.runtime.see('textbox', anyName, ({ value }) => value === '');
    expect(await field()).toEqual({ placeholder: 'check alias and retry', border: '2px solid red' });
  });

  test('dials the alias as a streaming participant, and closes', async () => {
    await here.runtime.fill('textbox', anyName, 'recorder@example.com');
    await here.runtime.click('button', 'Start');
    await here.webapp3.see('listitem', anyName, ({ text }) => /recorder.*joined.*streaming/i.test(text));
    expect(fixture.meeting.node.conference().dials.at(-1)).toEqual({
      destination: 'recorder@example.com',
      protocol: 'auto',
      role: 'GUEST',
      streaming: 'yes',
    });
    await here.webapp3.gone('heading', 'Plugins');
  });

  test('its label turns, and so does its icon', async () => {
    await here.webapp3.see('button', 'Stop recording');
    await here.webapp3.waitFor('the icon to be the square', () =>
      [...document.querySelectorAll<HTMLImageElement>('button[title="Stop recording"] img')].some(({ src }) =>
        decodeURIComponent(src).includes('id="stopRecording"'),
      ),
    );
  });

  test('stopping disconnects the participant', async () => {
    await here.webapp3.click('button', 'Stop recording');
    await here.webapp3.see('button', 'Start recording');
    await eventually('the recorder to be gone', async () =>
      streams().length === 0 ? { done: { value: true } } : { seen: JSON.stringify(streams()) },
    );
  });

  test('the alias is remembered when the meeting is loaded again', async () => {
    await here.tab.reload();
    await here.webapp3.click('button', 'Start recording');
    await here.runtime.see('textbox', anyName, ({ value }) => value === 'recorder@example.com');
  });
});
