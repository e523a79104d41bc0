import type { Channel } from '@pexip/plugin-api';
import { expect, it } from 'vitest';
import { createPex } from '../../../../plugin/classic/api/pex';
import { createPluginApi } from '../../../../plugin/classic/api/plugin-api';
import { limitNotices } from '../../../../plugin/classic/isolation/notices';
import { limitRequests } from '../../../../plugin/classic/isolation/requests';
import { asOwner, newListening, type Owner, runningOwner } from '../../../../plugin/classic/streams/owner';

/** A plugin, and what is said of it. */
function plugin(id: string) {
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  const owner: Owner = { id, name: id, listening: newListening(), report: say, limit: say };
  return { owner, said };
}

/** The functions of PEX that ask a node, which agrees to everything and counts. */
function node() {
  const asked: unknown[] = [];
  const callRPC = async (rpc: unknown) => {
    asked.push(rpc);
    return { data: { status: 'success', result: [] } };
  };
  let time = 0;
  const limit = limitRequests({ callRPC } as unknown as Channel, runningOwner, () => time);
  const api = createPluginApi({
    ...{ channel: limit.channel, caller: runningOwner },
    register: () => undefined,
    openDialog: () => {
      throw new Error('no dialog is expected');
    },
    dispatch: () => undefined,
  });
  const pex = createPex({ channel: limit.channel, report: () => {} } as unknown as Parameters<
    typeof createPex
  >[0]);
  return { asked, api, pex, pressed: limit.pressed, pass: (ms: number) => (time += ms) };
}

it('sends a plugin’s requests up to a limit, and says once that the others are refused', async () => {
  const { asked, api } = node();
  const { owner, said } = plugin('flood');
  const replies = asOwner(owner, () =>
    Array.from({ length: 500 }, (_, n) => api.sendRequest(`participants/${n}/mute`)),
  );
  expect((await Promise.all(replies)).filter((is) => is)).toHaveLength(300);
  expect(asked).toHaveLength(300);
  expect(new Set(said)).toEqual(
    new Set(['it sends more than 300 requests in a minute. The others are refused.']),
  );
});

it.each([
  ['dialOut', ({ api }: ReturnType<typeof node>) => api.dialOut('a@b.c', 'sip', 'guest')],
  ['disconnectParticipant', ({ api }: ReturnType<typeof node>) => api.disconnectParticipant('a')],
  ['spotlightOnParticipant', ({ api }: ReturnType<typeof node>) => api.spotlightOnParticipant('a')],
  ['transformConferenceLayout', ({ api }: ReturnType<typeof node>) => api.transformConferenceLayout({})],
  ['sendChatMessage', ({ api }: ReturnType<typeof node>) => api.sendChatMessage('a')],
  ['setParticipantText', ({ pex }: ReturnType<typeof node>) => pex.pexrtc.setParticipantText('a', 'b')],
])('counts %s', async (_, call) => {
  const here = node();
  await Promise.all(asOwner(plugin('flood').owner, () => Array.from({ length: 400 }, () => call(here))));
  expect(here.asked).toHaveLength(300);
});

it('leaves other plugins their requests, and this one’s after a press or a minute', async () => {
  const { asked, api, pressed, pass } = node();
  const [{ owner: flood }, { owner: sibling, said }] = [plugin('flood'), plugin('sibling')];
  const ask = (owner: Owner, times: number) =>
    Promise.all(
      asOwner(owner, () => Array.from({ length: times }, () => api.sendRequest('muteguests', undefined))),
    );
  await ask(flood, 400);
  expect(await ask(sibling, 1)).toEqual([true]);
  expect(said).toEqual([]);
  expect(await ask(flood, 1)).toEqual([false]);
  pressed(flood);
  expect(await ask(flood, 1)).toEqual([true]);
  await ask(flood, 400);
  pass(60_001);
  expect(await ask(flood, 1)).toEqual([true]);
  expect(asked).toHaveLength(300 + 1 + 300 + 1);
});

it('leaves other plugins their notices', () => {
  const shown: string[] = [];
  const notice = limitNotices(
    (text) => shown.push(text),
    () => 0,
  );
  const [flood, sibling] = [plugin('flood'), plugin('sibling')];
  for (let n = 0; n < 50; n += 1) notice(`Flood ${n}`, flood.owner);
  notice('Here', sibling.owner);
  expect(shown).toHaveLength(21);
  expect(shown.at(-1)).toBe('Here');
  expect(flood.said[0]).toContain('more than 20 notices');
  expect(sibling.said).toEqual([]);
});
