// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PluginFrames } from '../../../meeting/webapp3/ui/frames';
import { readIcon } from '../../../meeting/webapp3/ui/icons';
import type { ButtonAt } from '../../../meeting/webapp3/ui/plugin-button';
import { PluginToolbar } from '../../../meeting/webapp3/ui/toolbar';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>';
const owner = new PluginFrames().addPlugin({ id: 'p', src: 'about:blank', sandboxValues: [] });
afterEach(() => document.body.replaceChildren());

type Payload = ButtonAt<'toolbar'>['payload'];

function toolbar() {
  const onPress = vi.fn();
  const bar = new PluginToolbar(document.body, onPress);
  const show = (fields: Partial<Payload> = {}, role = 'chair') => {
    const payload: Payload = { position: 'toolbar', icon: 'IconChat', tooltip: 'Open Chat', ...fields };
    bar.show([{ id: 'b', owner, payload }], role);
  };
  const button = () => document.querySelector<HTMLButtonElement>('[data-plugin-button]');
  return { bar, show, button, onPress };
}

describe('a plugin’s toolbar button', () => {
  it('is named by its tooltip, and shows its state and its badge', () => {
    const { show, button } = toolbar();
    show();
    expect(button()?.getAttribute('aria-label')).toBe('Open Chat');
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    expect(button()?.querySelector('[data-badge]')).toBeNull();
    show({ tooltip: 'Close Chat', isActive: true, badge: { isVisible: true } });
    expect(button()?.getAttribute('aria-label')).toBe('Close Chat');
    expect(button()?.getAttribute('aria-pressed')).toBe('true');
    expect(button()?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Unread');
    show();
    expect(button()?.querySelector('[data-badge]')).toBeNull();
  });

  it('stays the same element through an update, so that focus and presses are not lost', () => {
    const { show, button } = toolbar();
    show();
    const before = button();
    show({ tooltip: 'Close Chat' });
    expect(button()).toBe(before);
  });

  it('reports a press once, after updates too', () => {
    const { show, button, onPress } = toolbar();
    show();
    show();
    button()?.click();
    expect(onPress.mock.calls).toEqual([[expect.objectContaining({ id: 'b' }), { buttonId: 'b' }]]);
  });

  it.each([
    [['chair' as const], 'guest', false],
    [['chair' as const], 'chair', true],
    [['chair' as const, 'guest' as const], 'guest', true],
    [[], 'guest', true],
  ])('for %j is shown to a %s: %s', (roles, role, isShown) => {
    const { show, button } = toolbar();
    show({ roles }, role);
    expect(button() !== null).toBe(isShown);
  });

  it('with a group opens it, and reports the entry that is pressed', () => {
    const { show, button, onPress } = toolbar();
    show({ group: [{ id: 'one', icon: 'IconStar', tooltip: 'One' }] });
    button()?.click();
    expect(onPress).not.toHaveBeenCalled();
    document.querySelector<HTMLButtonElement>('[aria-label=One]')?.click();
    expect(onPress.mock.calls[0]?.[1]).toEqual({ buttonId: 'one' });
  });

  it('goes when it is removed', () => {
    const { bar, show, button } = toolbar();
    show();
    bar.show([], 'chair');
    expect(button()).toBeNull();
  });
});

describe('an icon', () => {
  it.each([
    ['IconNope', false],
    ['IconThumbUp', false],
    ['IconSpotlight', true],
    ['toString', false],
    [undefined, false],
    ['IconChat', true],
    [{ custom: { main: SVG, hover: SVG } }, true],
    [{ custom: { main: SVG } }, false],
    [{ custom: { main: '<b>x</b>', hover: SVG } }, false],
    [{ custom: { main: 7, hover: SVG } }, false],
    [{}, false],
  ])('%j is taken: %s', (icon, ok) => {
    expect(readIcon(icon).ok).toBe(ok);
  });

  it('of a plugin is an image, so that nothing in it runs', () => {
    const evil = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
    const icon = readIcon({ custom: { main: evil, hover: evil } });
    const made = icon.ok ? icon.make() : undefined;
    expect(made?.querySelector('script, svg')).toBeNull();
    expect(made?.querySelectorAll('img')).toHaveLength(2);
  });
});

describe('a plugin’s frame', () => {
  it.each([
    [[], 'allow-scripts'],
    [['allow-same-origin', 'allow-scripts'], 'allow-scripts allow-same-origin'],
  ])('with sandboxValues %j has the sandbox "%s"', (sandboxValues, sandbox) => {
    const { iframe } = new PluginFrames().addPlugin({ id: 'p', src: 'about:blank', sandboxValues });
    expect(iframe.getAttribute('sandbox')).toBe(sandbox);
    expect(iframe.id).toBe('p');
  });
});
