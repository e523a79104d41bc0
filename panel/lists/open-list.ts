import type { Signal } from '@preact/signals';
import { formatList } from '../../locales/format';
import type { ListsStore } from '../../settings/lists/lists-store';
import type { ListContent, SavedList } from '../../settings/lists/saved-list';
import type { Preset } from '../../settings/presets/preset';
import { LIST_STRINGS } from '../../strings/lists';
import type { PanelContext } from '../state/context';
import type { ListOptions } from './list-options';

/** What is to be saved of the lines and options on screen. */
export function contentOf(text: string, options: ListOptions, presets: readonly Preset[]): ListContent {
  const { chosen, role, protocol, atATime, isOnce } = options;
  const picked = presets.filter(({ id }) => chosen.includes(id));
  return {
    text,
    presets: picked.map(({ id, name }) => ({ id, name })),
    ...(role && { role }),
    ...(protocol && { protocol }),
    atATime,
    isOnce,
  };
}

/** Puts a saved list in the place of what is on screen, which can be brought back. */
export async function openList(
  { name, text, presets: wanted, role, protocol, atATime, isOnce }: SavedList,
  { lines, replacedLines, presets }: Pick<PanelContext, 'lines' | 'replacedLines' | 'presets'>,
  options: Signal<ListOptions>,
  saved: ListsStore,
): Promise<void> {
  const there = (await presets.load()).presets.peek();
  const isThere = ({ id }: { id: string }) => there.some((preset) => preset.id === id);
  const before = { lines: lines.peek(), options: options.peek() };
  replacedLines.value = undefined;
  lines.value = text;
  options.value = { chosen: wanted.filter(isThere).map(({ id }) => id), role, protocol, atATime, isOnce };
  const gone = wanted.filter((preset) => !isThere(preset)).map((preset) => preset.name);
  saved.report({
    text:
      gone.length > 0
        ? LIST_STRINGS.openedWithout({ name, presets: formatList(gone) })
        : LIST_STRINGS.opened(name),
    undo() {
      lines.value = before.lines;
      options.value = before.options;
      saved.report(undefined);
    },
  });
}
