import { describe, expect, it } from 'vitest';
import { covers } from '../../../browser/host-pattern';

describe('a pattern of hosts', () => {
  it.each([
    ['https://meet.example.com/*', 'https://meet.example.com', true],
    ['https://meet.example.com/*', 'http://meet.example.com', false],
    ['*://meet.example.com/*', 'http://meet.example.com', true],
    ['http://localhost:8080/*', 'http://localhost', true],
    ['https://*.example.com/*', 'https://meet.example.com', true],
    ['https://*.example.com/*', 'https://example.com', true],
    ['https://*.example.com/*', 'https://badexample.com', false],
    ['https://*/*', 'https://meet.example.com', true],
    ['*://*/*', 'https://meet.example.com', true],
    ['<all_urls>', 'https://meet.example.com', true],
    ['file:///*', 'https://meet.example.com', false],
    ['nonsense', 'https://meet.example.com', false],
  ])('%s, for %s: %s', (pattern, site, expected) => {
    expect(covers(pattern, site)).toBe(expected);
  });
});
