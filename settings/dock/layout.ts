import { fields, flag, list, type Of, oneOf, text } from '../../protocol/shape';
import type { PanelStorage } from '../storage/area';
import { readItem, updateItem } from '../storage/item';
import { whole } from '../storage/shapes';
import type { Item } from '../storage/stored-item';

/** At the narrowest, four tabs have room on one line in every language. */
export const WIDTHS = { min: 320, usual: 360, max: 900 } as const;

/** As narrow as a dock could be made before. What was kept then is still read. */
const EARLIER_MIN = 280;

const layout = fields({
  side: oneOf(['left', 'right']),
  width: whole(EARLIER_MIN, WIDTHS.max),
  push: flag,
});

/** How the dock lies over the pages of a site. */
export type DockLayout = Of<typeof layout>;

const DEFAULT: DockLayout = { side: 'right', width: WIDTHS.usual, push: false };

/** The sites that were arranged last; older ones are forgotten. */
const MAX_SITES = 200;

const entries = list(fields({ site: text(512), layout }), MAX_SITES);

export type DockLayouts = Of<typeof entries>;

/** Where that is kept, for each site. */
export const LAYOUTS: Item<DockLayouts> = {
  key: 'dock-layouts',
  version: 1,
  shape: entries,
  fallback: [],
  migrations: {},
};

/** How the dock was left on this site. */
export async function readLayout({ local }: PanelStorage, site: string): Promise<DockLayout> {
  const all = await readItem(local, LAYOUTS);
  const { width, ...kept } = all.find((entry) => entry.site === site)?.layout ?? DEFAULT;
  return { ...kept, width: fittingWidth(width) };
}

/** Keeps how the dock is left on this site. */
export async function keepLayout({ local }: PanelStorage, site: string, given: DockLayout): Promise<void> {
  await updateItem(local, LAYOUTS, (all) =>
    [{ site, layout: given }, ...all.filter((entry) => entry.site !== site)].slice(0, MAX_SITES),
  );
}

/** A width that a dock can have. */
export const fittingWidth = (width: number): number =>
  Math.round(Math.min(WIDTHS.max, Math.max(WIDTHS.min, width)));
