// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aMeeting, description, eventually, openPanel, type } from '../fixture';
import { destination } from './open-dial-panel';

describe('a destination that the administrator does not allow', () => {
  const open = async () => {
    const panel = openPanel(memoryStorage({ managed: { allow: ['*@example.com'] } }));
    await panel.receive(aMeeting());
  };

  it.each([
    ['an address', 'bob@example.org'],
    ['a name', 'reception'],
    ['a scheme', 'h323:bob@example.org'],
    ['what a link is read as', 'https://meet.example.org/webapp3/m/bob'],
  ])('is said to be refused before Dial: %s', async (_, text) => {
    await open();
    await type('Destination', text);
    await eventually(() =>
      expect(description(destination())).toMatch(
        /can’t be dialed\. Your administrator doesn’t allow calls to this destination\./i,
      ),
    );
    expect(description(destination())).not.toContain('will dial');
  });

  it('is told from one that may be dialed, as typed too', async () => {
    await open();
    await type('Destination', 'bob@example.com');
    await eventually(() => expect(description(destination())).toContain('will dial bob@example.com'));
    expect(description(destination())).not.toContain('administrator');
    await type('Destination', 'sip:bob@example.com, x@example.org');
    await eventually(() => expect(description(destination())).toContain('can’t be dialed'));
  });
});
