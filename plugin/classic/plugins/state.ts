import { BehaviorSubject } from 'rxjs';

/**
 * What a menu item shows. Absent: nothing was said of it. Null: plugins take the part away, and an item whose
 * label is taken away isn't shown.
 * @see Plugin guide, "Plugin state"
 */
interface ItemState {
  /** `file.svg#id`, from the folder of the package file. */
  icon?: string | null;
  label?: string | null;
}

/** The state of a plugin's items: for everybody, and by the uuid of a participant. */
export interface PluginState extends ItemState {
  byParticipant: ReadonlyMap<string, ItemState>;
}

/** `PEX.pluginAPI.createNewState`: who subscribes late still hears the latest. */
export const createNewState = (initial: object = {}): BehaviorSubject<object> => new BehaviorSubject(initial);

/**
 * Reads what a plugin has put into its state: `icon` and `label`, and an object of both under a
 * participant's uuid.
 */
export function readState(value: unknown): PluginState {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const own = entries.filter(
    ([key, part]: [string, unknown]) =>
      key !== 'icon' && key !== 'label' && typeof part === 'object' && part !== null,
  );
  return {
    ...readItemState(value),
    byParticipant: new Map(own.map(([uuid, part]: [string, unknown]) => [uuid, readItemState(part)])),
  };
}

/** A label of any length would fill the meeting. */
const LONGEST_LABEL = 200;

function readItemState(value: unknown): ItemState {
  if (typeof value !== 'object' || value === null) return {};
  const icon: unknown = Reflect.get(value, 'icon');
  const label: unknown = Reflect.get(value, 'label');
  return {
    ...((typeof icon === 'string' || icon === null) && { icon }),
    ...(typeof label === 'string' && { label: label.slice(0, LONGEST_LABEL) }),
    ...(label === null && { label }),
  };
}
