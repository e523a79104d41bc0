import { element } from './dom';
import { ICON_NAMES } from './icon-names';

/** What stands here for some of the icons; the others show the first letters of their names. */
const GLYPHS: Record<string, string> = {
  IconArrowDown: '↓',
  IconArrowLeft: '←',
  IconArrowRight: '→',
  IconArrowUp: '↑',
  IconChat: '✉',
  IconCheckmark: '✓',
  IconClose: '✕',
  IconEdit: '✎',
  IconGroup: '☷',
  IconInfoRound: 'ⓘ',
  IconLeave: '⏻',
  IconLink: '⚯',
  IconLock: '⚿',
  IconMeetingRoom: '⌂',
  IconMicrophoneOff: '⊘',
  IconMicrophoneOn: '◉',
  IconMoreHorizontal: '⋯',
  IconOpenInNew: '↗',
  IconParticipant: '☺',
  IconPlayRound: '▶',
  IconPlus: '＋',
  IconRaiseHand: '✋',
  IconSettings: '⚙',
  IconShare: '⇪',
  IconStar: '★',
  IconStopRound: '■',
  IconSupport: '?',
  IconVideoOff: '⊘',
  IconVideoOn: '▣',
  IconWarningRound: '⚠',
};

/** An icon's picture, or that there is none of this name. */
type Icon = { ok: true; make: () => HTMLElement } | { ok: false };

function readCustomIcon(icon: object): Icon {
  const custom: unknown = Reflect.get(icon, 'custom');
  if (typeof custom !== 'object' || custom === null) return { ok: false };
  const svgs = [Reflect.get(custom, 'main'), Reflect.get(custom, 'hover')];
  const [main, hover] = svgs.map((svg: unknown) => (typeof svg === 'string' && isSvg(svg) ? svg : undefined));
  if (main === undefined || hover === undefined) return { ok: false };
  return {
    ok: true,
    make: () => element('span', { class: 'icon' }, picture(main, 'main'), picture(hover, 'hover')),
  };
}

function isSvg(text: string): boolean {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  return root.namespaceURI === 'http://www.w3.org/2000/svg' && root.localName === 'svg';
}

/** As an image, in which neither script nor outside content runs, whatever the plugin has put into it. */
function picture(svg: string, kind: string): HTMLImageElement {
  return element('img', { alt: '', class: kind, src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
}

/** Reads a button's icon: a known name, or `{custom: {main, hover}}` with two SVG texts. */
export function readIcon(icon: unknown): Icon {
  if (typeof icon === 'object' && icon !== null) return readCustomIcon(icon);
  if (typeof icon !== 'string' || !ICON_NAMES.has(icon)) return { ok: false };
  const glyph = GLYPHS[icon] ?? icon.slice('Icon'.length, 'Icon'.length + 2);
  return { ok: true, make: () => element('span', { class: 'icon' }, glyph) };
}
