import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../locales/language';
import { addButton, CHAT } from '../../../plugin/external-chat/chat-button';
import { followTexts } from '../../../plugin/external-chat/meeting-texts';
import { type PluginTexts, textsIn } from '../../../plugin/external-chat/texts';
import { fakeChannel } from './support/channel';

describe('the plugin’s texts', () => {
  it('exist in every language of the extension, each different', () => {
    const all = LANGUAGES.map(textsIn);
    for (const key of Object.keys(textsIn('en')) as (keyof PluginTexts)[]) {
      expect(new Set(all.map((texts) => texts[key])).size, key).toBe(LANGUAGES.length);
    }
    for (const { unreadCount } of all) expect(unreadCount).toContain('#');
  });

  it.each([
    ['de-AT', 'de'],
    ['de_CH', 'de'],
    ['FR', 'fr'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['ja', 'en'],
    ['constructor', 'en'],
    [undefined, 'en'],
    [{}, 'en'],
  ])('for %j are those of %s', (language, code) => {
    expect(textsIn(language)).toBe(textsIn(code));
  });

  it('follow the meeting’s language in the tooltip', async () => {
    const { channel, asked, send } = fakeChannel(() => ({ status: 'ok', id: 'chat' }));
    const texts = followTexts(channel);
    const button = addButton(channel, CHAT, texts, () => undefined);
    send('event:languageSelect', 'de');
    await new Promise((resolve) => setTimeout(resolve));
    button.setBadge(true, 2);
    send('event:languageSelect', 'nb');
    const tooltips = asked.map(({ payload }) => Reflect.get(Object(payload), 'tooltip'));
    expect(tooltips).toEqual([
      'Open Chat',
      'Chat öffnen',
      'Chat öffnen (2 ungelesen)',
      'Åpne chat (uleste: 2)',
    ]);
  });
});
