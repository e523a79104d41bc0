import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../panel/request/detect/detect';

const CARD = 'BEGIN:VCARD\r\nFN:Alice Smith\r\nTEL;TYPE=work:+47 22 33 44 55\r\nEND:VCARD\r\n';
const INVITATION =
  'One tap mobile\n+13462487799,,86512345678# US (Houston)\n\nJoin by SIP\n86512345678@zoomcrc.com\n';

describe('several lines in one field', () => {
  it.each([
    ['Join by SIP\r\n• 86512345678@zoomcrc.com\r\n', '86512345678@zoomcrc.com'],
    ['Room 1\nroom1@x', 'room1@x'],
    ['Alice\n22 33 44 55', '+4722334455'],
    ['alice\n@example.com', 'alice@example.com'],
    ['alice@example.com\n\nalice@example.com\n', 'alice@example.com'],
    [CARD, '+4722334455'],
  ])('are read as the one address in them: %j', async (text, destination) => {
    expect(await detect(text, 'NO')).toMatchObject({ destination });
  });

  it.each([
    'Name\tAddress\nRoom 1\troom1@x\nRoom 2\troom2@x',
    'alice@example.com,\r\nbob@example.com,\r\n',
    'Alice\nalice@example.com\n+47 22 33 44 55',
    INVITATION,
  ])('are refused where there are several addresses: %j', async (text) => {
    expect(await detect(text, 'NO')).toMatchObject({ destination: '', notes: ['one-at-a-time'] });
  });
});
