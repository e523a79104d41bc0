import type { Channel } from '@pexip/plugin-api';
import { describe, expect, it } from 'vitest';
import { createPluginApi } from '../../../../plugin/classic/api/plugin-api';

/** The plugin API against a meeting that gives one answer. */
function createApi(status: string, result: unknown) {
  const channel = { callRPC: async () => ({ data: { status, result } }) };
  return createPluginApi({
    channel: channel as unknown as Channel,
    caller: () => undefined,
    register: () => undefined,
    openDialog: () => {
      throw new Error('no dialog is expected');
    },
    dispatch: () => undefined,
  });
}

describe('sendRequest(path, payload, callback)', () => {
  it.each([
    ['success', { layout: '1:7' }],
    ['failed', 'Not allowed'],
  ])('passes the reply %s to the callback', async (status, result) => {
    const replies: unknown[] = [];
    const api = createApi(status, result);
    await api.sendRequest('transform_layout', {}, (reply: unknown) => replies.push(reply));
    expect(replies).toEqual([{ status, result }]);
  });
});
