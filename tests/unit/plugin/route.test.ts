// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseRoute } from '../../../plugin/external-chat/route';

const origins = { any: false as const, allowed: ['https://chat.example.com'] };

/** The windows around the plugin's: the top window, and Web App 3's between the two or in its place. */
const place = (fields: { top: unknown; parent: unknown; frameElement?: Element | null }) => {
  for (const [name, value] of Object.entries(fields)) vi.stubGlobal(name, value);
};

describe('the way to the top window', () => {
  const top = { name: 'top' };
  let complaint: ReturnType<typeof vi.spyOn>;
  let added: HTMLScriptElement | undefined;

  beforeEach(() => {
    complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    // happy-dom would try to load it at once; the tests say how that ends.
    vi.spyOn(document.head, 'append').mockImplementation((script) => {
      if (script instanceof HTMLScriptElement) added = script;
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it.each([
    ['without relay', '', { name: 'webapp3' }],
    ['with relay=0', '?relay=0', { name: 'webapp3' }],
    ['with relay=1 where Web App 3 is the top window', '?relay=1', top],
  ])('is straight %s', async (_, search, parent) => {
    place({ top, parent });
    expect(await chooseRoute(search, origins)).toEqual({ partner: top, origins });
    expect(complaint).not.toHaveBeenCalled();
  });

  it('is straight without same-origin access, and says what the manifest needs', async () => {
    place({ top, parent: { name: 'webapp3' }, frameElement: null });
    expect(await chooseRoute('?relay=1', origins)).toEqual({ partner: top, origins });
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('"sandboxValues": ["allow-same-origin"]'));
  });

  it('leads through Web App 3, and tells the relay which frame and which origins', async () => {
    const parent = { name: 'webapp3' };
    const frame = document.createElement('iframe');
    frame.id = 'external-chat';
    place({ top, parent, frameElement: frame });
    const chosen = chooseRoute('?relay=1', origins);
    expect(added?.src).toMatch(/\/relay\.js$/);
    expect(added).toMatchObject({
      dataset: { frame: 'external-chat', hostOrigins: 'https://chat.example.com' },
    });
    added?.dispatchEvent(new Event('load'));
    expect(await chosen).toEqual({
      partner: parent,
      origins: { any: false, allowed: [window.location.origin] },
    });
  });

  it('is straight when the relay does not load, and names the file', async () => {
    const frame = document.createElement('iframe');
    frame.id = 'external-chat';
    place({ top, parent: { name: 'webapp3' }, frameElement: frame });
    const chosen = chooseRoute('?relay=1', origins);
    added?.dispatchEvent(new Event('error'));
    expect(await chosen).toEqual({ partner: top, origins });
    expect(complaint).toHaveBeenCalledWith(
      expect.stringMatching(/relay\.js did not load\. Pack with RELAY=1/),
    );
  });
});
