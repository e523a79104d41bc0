import { describe, expect, it } from 'vitest';
import {
  chatTextOf,
  layoutOf,
  queryParamsOf,
  requestBody,
  requestPath,
} from '../../../../plugin/classic/api/as-called';
import { readQueryParams } from '../../../../plugin/classic/api/pex';
import { packedAddress } from '../../../../plugin/classic/package/packed-address';

describe('calls in the forms that published plugins use', () => {
  it.each([
    ['muteguests', 'muteguests'],
    ['/muteguest', 'muteguests'],
    ['unmuteguest', 'unmuteguests'],
    ['//participants/a/mute', 'participants/a/mute'],
  ])('sends a request for %s to the path that the node takes', (given, path) => {
    expect(requestPath(given)).toBe(path);
  });

  it.each(['chair', 'HOST', 'host'])('names the role of a transfer as the node does, for %s', (role) => {
    const given = { conference_alias: 'room', role };
    expect(requestBody('participants/a/transfer', given)).toEqual({ ...given, role: 'host' });
  });

  it.each([
    ['participants/a/transfer', { conference_alias: 'room', role: 'guest' }],
    ['participants/a/transfer', undefined],
    ['participants/a/role', { role: 'chair' }],
    ['participants/transfer/dtmf', { digits: '1', role: 'chair' }],
  ])('leaves the body of %s as it is given', (path, given) => {
    expect(requestBody(path, given)).toEqual(given);
  });

  it.each([
    ['a name', '1:7', { layout: '1:7' }],
    ['a list of layouts', { layouts: [{ layout: '2:21' }] }, { layout: '2:21' }],
    [
      'transforms',
      { layout: '4:0', streaming_indicator: true },
      { layout: '4:0', streaming_indicator: true },
    ],
    ['an empty list, which is the default', { layouts: [] }, {}],
  ])('reads a layout from %s', (_, given, transforms) => {
    expect(layoutOf(given)).toEqual(transforms);
  });

  it.each([
    ['a text', 'Hello', 'Hello'],
    ['an object with a payload', { payload: 'Hello' }, 'Hello'],
    ['a number', 7, '7'],
  ])('reads a chat message from %s', (_, given, text) => {
    expect(chatTextOf(given)).toBe(text);
  });

  it('gives every value of a repeated query parameter', () => {
    expect(queryParamsOf('?a=1&b=2&b=3&b=4')).toEqual({ a: '1', b: ['2', '3', '4'] });
  });
});

describe('an address below custom_configuration', () => {
  const base = 'https://node.example/webapp3/branding/plugins/classic-plugins/runtime.html?link=x';
  const packed = 'https://node.example/webapp3/branding/plugins/classic-plugins/plugins/survey/form.json';

  it.each([
    ['beside the document', './custom_configuration/plugins/survey/form.json', packed],
    ['at the root', '/custom_configuration/plugins/survey/form.json', packed],
    ['in Webapp2’s folder', '/webapp2/custom_configuration/plugins/survey/form.json?v=2', `${packed}?v=2`],
  ])('leads to the packed folder, %s', (_, given, address) => {
    expect(packedAddress(given, base)).toBe(address);
  });

  it.each([
    'https://elsewhere.example/custom_configuration/plugins/a.json',
    './plugins/survey/form.json',
    'custom_configuration/styles.css',
    'http://[',
  ])('leaves %s as it is', (given) => {
    expect(packedAddress(given, base)).toBe(given);
  });
});

it.each([
  ['https://meet.example.com/webapp3/m/a?name=Ada&x=1&x=2', { name: 'Ada', x: ['1', '2'] }],
  ['https://meet.example.com/webapp3/#/?conference=a&name=Ada', { conference: 'a', name: 'Ada' }],
  ['https://meet.example.com/webapp3/?name=Ada#1&conference=a', { name: 'Ada' }],
])('reads the query of %s', (address, query) => {
  expect(readQueryParams({ location: new URL(address) } as unknown as Window)).toEqual(query);
});
