import { plainText } from './plain-text';

/** Escapes of characters that mean the same without one, as RFC 3261 lists them. */
const UNRESERVED = /%(?:2[1789ade]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/giu;

/** The user part of a SIP address as it is meant: other escapes are a part of the name. */
export function decodedUser(user: string): string {
  return user.replace(UNRESERVED, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/**
 * `alice%40example.com` is how links write addresses; text that only looks encoded stays as it is. An escape
 * does not let in what nobody sees either.
 */
export function decoded(text: string): string {
  try {
    return plainText(decodeURIComponent(text));
  } catch {
    return text;
  }
}
