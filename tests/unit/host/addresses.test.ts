import { describe, expect, test } from 'vitest';
import { isWebApp3 } from '../../../host/message-filter';
import { PAGE_SHAPES } from '../../browser/support/page-shapes';

describe('an address', () => {
  test.each(['/webapp3/m/', ...new Set(PAGE_SHAPES.flatMap(({ at = [] }) => at))])(
    'is one of Web App 3’s with %s before the alias',
    (at) => {
      expect(isWebApp3(`https://meet.example.com${at}qa.meeting`)).toBe(true);
      expect(isWebApp3(`http://127.0.0.1:8080${at}qa.meeting?join=1`)).toBe(true);
    },
  );

  test.each([
    'https://meet.example.com/',
    'https://meet.example.com/m/qa.meeting',
    'https://meet.example.com/webapp4/m.html',
    'https://meet.example.com/webapp3/branding/plugins/external-chat/index.html',
    'https://meet.example.com/calls/conference?alias=qa.meeting',
    'https://meet.example.com/?next=/webapp3/m/qa.meeting',
    'about:blank',
    'blob:https://meet.example.com/webapp3/m/qa.meeting',
  ])('is none of them: %s', (address) => {
    expect(isWebApp3(address)).toBe(false);
  });
});
