import { expect, it } from 'vitest';
import type { Channel } from '../../../plugin/external-chat/channel';
import { addButton, CHAT, type ToolbarButton } from '../../../plugin/external-chat/chat-button';
import { followTexts } from '../../../plugin/external-chat/meeting-texts';

/** Web App 3's end, which notes what it is asked and answers as it is told to. */
async function buttonOf(answers: ('ok' | 'failed')[] = [], whileAdded?: (button: ToolbarButton) => void) {
  const asked: unknown[] = [];
  const callRPC = async (name: string, { isActive, badge }: { isActive: boolean; badge: object }) => {
    if (name === 'ui:button:add') return { status: 'ok', id: 'chat' };
    asked.push([isActive, badge]);
    return { status: answers.shift() ?? 'ok', reason: 'Busy' };
  };
  const channel = { callRPC, onEvent: () => {} } as unknown as Channel;
  const button = addButton(channel, CHAT, followTexts(channel), () => {});
  whileAdded?.(button);
  await new Promise((resolve) => setTimeout(resolve));
  return { button, asked };
}

it('asks Web App 3 for every new state of the button', async () => {
  const { button, asked } = await buttonOf();
  button.setActive(true);
  button.setBadge(true, 2);
  button.setBadge(true, 3);
  expect(asked).toEqual([
    [true, { isVisible: false }],
    [true, { isVisible: true }],
    [true, { isVisible: true }],
  ]);
});

it('shows what was set before Web App 3 has added the button', async () => {
  const { asked } = await buttonOf([], (button) => button.setActive(true));
  expect(asked).toEqual([[true, { isVisible: false }]]);
});

it('asks nothing of it when the top window says the same again', async () => {
  const { button, asked } = await buttonOf();
  for (let index = 0; index < 50; index++) button.setActive(false);
  expect(asked).toEqual([]);
});

it('asks again for a state that was refused', async () => {
  const { button, asked } = await buttonOf(['failed']);
  button.setActive(true);
  await new Promise((resolve) => setTimeout(resolve));
  button.setActive(true);
  expect(asked).toHaveLength(2);
});
