import { BehaviorSubject } from 'rxjs';

/**
 * What a plugin's menu item shows at the moment; either part may be absent.
 * @see Plugin guide, "Plugin state"
 */
export interface ItemState {
  /** `file.svg#id`, from the folder of the package file. */
  icon?: string;
  label?: string;
}

/** `PEX.pluginAPI.createNewState`: who subscribes late still hears the latest. */
export const createNewState = (initial: ItemState = {}): BehaviorSubject<ItemState> =>
  new BehaviorSubject(initial);

/** Reads what a plugin has put into its state: anything else than texts counts as absent. */
export function readState(value: unknown): ItemState {
  if (typeof value !== 'object' || value === null) return {};
  const icon: unknown = Reflect.get(value, 'icon');
  const label: unknown = Reflect.get(value, 'label');
  return { ...(typeof icon === 'string' && { icon }), ...(typeof label === 'string' && { label }) };
}
