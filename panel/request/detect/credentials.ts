const WORDS = [
  'id|pin|pin-?code|pin-?kode|passcode|password|access code|code|key',
  'passord|passkode|tilgangskode|kode|kennwort|kenncode|passwort|zugangscode|besprechungs-id',
  'mot de passe|code secret|contraseña|código|clave',
].join('|');

const CREDENTIAL = new RegExp(
  String.raw`^(?:[\p{L}'’-]+ ){0,3}(?:[\p{L}]+-)?(?:${WORDS})(?: ?\([^)]*\))?\s*:\s*(?!.*@)(?=.*[\p{L}\p{N}])(?![a-z]+:\S)`,
  'iu',
);

/**
 * Whether a line of an invitation says what to enter after dialing: `Meeting ID: 865 1234 5678`. Its digits
 * would make the number of somebody else.
 */
export const isCredential = (line: string): boolean => CREDENTIAL.test(line);
