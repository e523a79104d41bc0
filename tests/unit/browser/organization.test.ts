import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readOrganization } from '../../../browser/build/organization';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [spki, pkcs8] = [
  { type: 'spki', format: 'pem' },
  { type: 'pkcs8', format: 'pem' },
] as const;
const text = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

describe('a build for an organization', () => {
  it('sets nothing of its own without variables', () => {
    expect(readOrganization({})).toEqual({ matches: [], firefoxId: 'external-chat@external-chat.example' });
    const empty = { EXTERNAL_CHAT_MATCHES: '', EXTERNAL_CHAT_KEY: '', EXTERNAL_CHAT_UPDATES: '' };
    expect(readOrganization({ ...empty, EXTERNAL_CHAT_FIREFOX_ID: '' })).toEqual(readOrganization({}));
  });

  it.each([
    ['a private key', String(privateKey.export(pkcs8))],
    ['a public key', String(publicKey.export(spki))],
    ['the key of a manifest', text],
  ])('puts only the public part of %s into the manifest', (_what, given) => {
    const { key } = readOrganization({ EXTERNAL_CHAT_KEY: given });
    expect(key?.text).toBe(text);
    expect(key?.id).toMatch(/^[a-p]{32}$/);
  });

  it.each(['key.pem', '-----BEGIN PRIVATE KEY-----', 'aGVsbG8='])('refuses the key %s', (given) => {
    expect(() => readOrganization({ EXTERNAL_CHAT_KEY: given })).toThrow(
      'EXTERNAL_CHAT_KEY="$(cat key.pem)"',
    );
  });

  it.each(['external-chat@example.com', '@chat', '{01234567-89ab-cdef-0123-456789abcdef}'])(
    'accepts the add-on id %s',
    (id) => {
      expect(readOrganization({ EXTERNAL_CHAT_FIREFOX_ID: id }).firefoxId).toBe(id);
    },
  );

  it.each(['external-chat', 'a b@example.com', '{1234}'])('refuses the add-on id %s', (id) => {
    expect(() => readOrganization({ EXTERNAL_CHAT_FIREFOX_ID: id })).toThrow('isn’t an add-on id');
  });

  it.each([
    ['https://extensions.example.com/chat', 'https://extensions.example.com/chat/'],
    ['https://extensions.example.com', 'https://extensions.example.com/'],
    ['http://localhost:8080/chat/', 'http://localhost:8080/chat/'],
  ])('looks for updates in the folder %s', (given, updates) => {
    expect(readOrganization({ EXTERNAL_CHAT_UPDATES: given }).updates).toBe(updates);
  });

  it.each([
    'extensions.example.com',
    'http://extensions.example.com/',
    'https://a.example/?v=1',
    'ftp://a.example/',
  ])('refuses updates from %s', (given) => {
    expect(() => readOrganization({ EXTERNAL_CHAT_UPDATES: given })).toThrow('isn’t the URL of a folder');
  });
});
