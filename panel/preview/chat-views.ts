import type { PreviewView } from './preview-view';
import { at } from './steps-to-view';

/** Every state of Chat. */
export const CHAT_VIEWS: readonly PreviewView[] = [
  { name: 'chat', state: 'chat', steps: at('chat') },
  { name: 'chat-empty', state: 'ready', steps: at('chat') },
  { name: 'chat-no-meeting', state: 'no-meeting', steps: at('chat') },
  {
    name: 'chat-unreachable',
    state: 'chat',
    stored: 'trouble',
    steps: at('chat', ['wait', '.frame-trouble']),
  },
  { name: 'chat-wrong', state: 'chat', stored: 'damaged', steps: at('chat', ['wait', '.which-chat']) },
  { name: 'chat-without-messages', state: 'errors', steps: at('chat') },
  { name: 'chat-several', state: 'several', steps: at('chat') },
];
