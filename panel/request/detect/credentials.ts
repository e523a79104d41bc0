/** What people write before a number that is entered after dialing. */
export const CREDENTIAL_WORDS = [
  /id|pin|pin-?[ck]ode|passcode|password|access\scode|code|key|passord|(?:pass|tilgangs)?kode/,
  /kennwort|kenncode|passwort|zugangscode|mot\sde\spasse|code\ssecret|contraseña|código|clave/,
]
  .map(({ source }) => source)
  .join('|');
const LABEL = String.raw`^(?:[\p{L}'’-]+\s){0,3}(?:\p{L}+-)?(?:${CREDENTIAL_WORDS})(?:\s?\([^)]*\))?\s*:\s*`;

const CREDENTIAL = new RegExp(`${LABEL}(?!.*@)(?=.*[\\p{L}\\p{N}])(?![a-z]+:\\S)`, 'iu');

/**
 * Whether a line of an invitation says what to enter after dialing: `Meeting ID: 865 1234 5678`. Its digits
 * would make the number of somebody else.
 */
export const isCredential = (line: string): boolean => CREDENTIAL.test(line);
