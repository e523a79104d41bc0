// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { readTranslation } from '../../../../locales/build/sources';
import { setMessages } from '../../../../locales/language';
import { aMeeting, byId, eventually, openPanel } from '../fixture';

afterEach(() => setMessages());

it('counts what was dropped in the words and numbers of the language', async () => {
  const german = readTranslation('de');
  setMessages({ language: 'de', text: (key) => german[key] ?? '' });
  const panel = openPanel();
  await panel.sayWith({ dropped: { source: 1, foreign: 12_040, shape: 0 } }, aMeeting());
  byId('tab-testing').click();
  await eventually(() =>
    expect(byId('view-log').textContent).toContain(
      'Auf dieser Seite verworfen: falscher Absender: 1, anderes Protokoll: 12.040',
    ),
  );
});
