import { LazyNamePreset } from '../presets/save-preset';
import type { PanelContext } from '../state/context';
import { withMemory } from '../state/remember';
import { LazyLists } from './dial-out';
import { restoreViews } from './restore-views';

/**
 * Shows the calls once everything is there that the panel before has left above them, so that they do not
 * move. What cannot be loaded says so itself.
 */
export async function showCalls(context: PanelContext): Promise<void> {
  const { presets, dialView, newPreset } = context;
  await Promise.allSettled([presets.known, restoreViews(context)]);
  const parts = [
    dialView.peek() === 'many' && LazyLists.preload(),
    newPreset.peek() && LazyNamePreset.preload(),
  ];
  await withMemory(context, (memory) => {
    if (memory.get('preset-editor') || memory.get('preset-import')) parts.push(preloadManager());
    return () => {};
  });
  await Promise.allSettled(parts);
  context.isSettled.value = true;
}

const preloadManager = async () => (await import('../presets/presets')).LazyPresetManager.preload();
