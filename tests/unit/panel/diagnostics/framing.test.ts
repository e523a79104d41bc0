import { describe, expect, it } from 'vitest';
import { mayFrame } from '../../../../panel/diagnostics/framing';

const MEET = 'https://meet.example.com';
const PORTAL = 'https://portal.example.com';

const csp = (policy: string) => ({ 'content-security-policy': policy });

describe('what headers say about being framed', () => {
  it.each<[Record<string, string>, boolean, string?]>([
    [{}, true],
    [{ 'x-frame-options': 'DENY' }, false],
    [{ 'x-frame-options': 'SAMEORIGIN' }, false],
    [{ 'x-frame-options': 'sameorigin' }, true, MEET],
    [{ 'x-frame-options': 'ALLOW-FROM https://x' }, true],
    // Two proxies that send the same, and two that disagree.
    [{ 'x-frame-options': 'DENY, DENY' }, false],
    [{ 'x-frame-options': 'SAMEORIGIN,SAMEORIGIN' }, false],
    [{ 'x-frame-options': 'SAMEORIGIN, sameorigin' }, true, MEET],
    [{ 'x-frame-options': 'SAMEORIGIN, DENY' }, false, MEET],
    [{ 'x-frame-options': 'ALLOW-FROM https://x, ALLOW-FROM https://y' }, true],
    [csp("default-src 'self'"), true],
    [csp("frame-ancestors 'none'"), false],
    [csp('frame-ancestors'), false],
    [csp("frame-ancestors 'self'"), false],
    [csp("frame-ancestors 'self'"), true, MEET],
    [csp('frame-ancestors *'), true],
    [csp('frame-ancestors https:'), true],
    [csp('frame-ancestors http:'), true],
    [csp('frame-ancestors https:'), false, 'http://portal.example.com'],
    [csp(`default-src 'none'; Frame-Ancestors 'self' ${PORTAL}`), true],
    [csp('frame-ancestors https://*.example.com'), true],
    [csp('frame-ancestors https://*.portal.example.com'), false],
    [csp('frame-ancestors portal.example.com'), true],
    [csp('frame-ancestors https://portal.example.com:443'), true],
    [csp('frame-ancestors https://portal.example.com:8443'), false],
    [csp('frame-ancestors https://portal.example.com:*'), true, 'https://portal.example.com:8443'],
    [csp('frame-ancestors https://portal.example.com'), false, 'https://portal.example.com:8443'],
    [csp('frame-ancestors https://portal.example.com.evil.example'), false],
    // Of several policies, each has to agree, and the older header is not asked any more.
    [csp(`frame-ancestors ${PORTAL}, frame-ancestors 'none'`), false],
    [{ ...csp(`frame-ancestors ${PORTAL}`), 'x-frame-options': 'DENY' }, true],
  ])('%j: %s', (headers, expected, by = PORTAL) => {
    expect(mayFrame(new Headers(headers), MEET, by)).toBe(expected);
  });
});
