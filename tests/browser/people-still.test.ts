import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';

/** Runs in the panel: a pointer there has rested for as long as it may in the moment that it rests. */
function restAtOnce(): void {
  const wait = window.setTimeout;
  Reflect.set(window, 'setTimeout', (then: () => void, delay = 0) => wait(then, delay < 1_500 ? delay : 0));
}

describe.each(browsers)('the people under a pointer that rests, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  const conference = () => fixture.meeting.node.conference('qa.meeting');
  const inNode = (name: string) =>
    conference().participants.find(({ display_name }) => display_name === name);
  const comes = async (name: string, label: string, service_type: 'conference' | 'waiting_room') => {
    conference().join({ display_name: name, service_type });
    await panel.see('button', `${label} ${name}`);
  };
  /** Somebody leaves, which the panel shows. */
  const leaves = async (name: string) => {
    conference().remove(inNode(name)?.uuid ?? '');
    await panel.waitFor(
      `${name} gone`,
      (label) => ![...document.querySelectorAll('.person bdi')].some((each) => each.textContent === label),
      name,
    );
  };

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, panel } = await openBeside(fixture));
    await panel.click('tab', /^People/);
    await panel.evaluate(restAtOnce);
  });
  afterAll(async () => {
    await tab?.close();
    await fixture?.close();
  });

  test('who waits isn’t admitted by a press that was meant for somebody who has left', async () => {
    for (const name of ['Wa', 'Wb', 'Wc']) await comes(name, 'Admit', 'waiting_room');
    await panel.hover('button', 'Admit Wa');
    await leaves('Wa');
    await panel.pressHere();
    await panel.click('button', 'Admit Wc');
    await expect.poll(() => inNode('Wc')).toMatchObject({ service_type: 'conference' });
    expect(inNode('Wb')).toMatchObject({ service_type: 'waiting_room' });
  });

  test('the last one who waits leaves nothing to press, and the list goes with the pointer', async () => {
    await panel.hover('button', 'Admit Wb');
    await leaves('Wb');
    const left = await panel.evaluate(() => document.querySelector('.person-left')?.textContent ?? '');
    expect(left).toContain('Left');
    await panel.pressHere();
    await panel.see('list', 'Waiting');
    await panel.hover('tab', /^People/);
    await panel.gone('list', 'Waiting');
    expect(await panel.evaluate(() => document.querySelector('.person-left'))).toBeNull();
  });

  test('nobody is muted by a press that was meant for somebody who has left', async () => {
    for (const name of ['Ann', 'Bert', 'Carl']) await comes(name, 'Mute', 'conference');
    await panel.hover('button', 'Mute Carl');
    await leaves('Carl');
    await panel.pressHere();
    await panel.click('button', 'Mute Ann');
    await expect.poll(() => inNode('Ann')).toMatchObject({ is_muted: 'YES' });
    expect(inNode('Bert')).toMatchObject({ is_muted: 'NO' });
  });

  test('another name moves no row under the pointer', async () => {
    const placeOf = () =>
      panel.evaluate(
        () => document.querySelector('button[aria-label="Unmute Ann"]')?.getBoundingClientRect().top,
      );
    await panel.hover('button', 'Unmute Ann');
    const before = await placeOf();
    const long = 'Bert '.repeat(40).trim();
    conference().update(inNode('Bert')?.uuid ?? '', { display_name: long });
    await panel.see('button', `Mute ${long}`);
    expect(await placeOf()).toBe(before);
  });
});
