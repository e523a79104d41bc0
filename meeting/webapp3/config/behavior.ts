/**
 * What the demo's Web App 3 does where real ones differ.
 *
 * | | `classic` (SDK up to 19.0) | `current` (SDK 19.1, Infinity 38.1 and later) |
 * |---|---|---|
 * | a participant changes | `event:participants` with the whole list | `event:participantsActivities` |
 * | a plugin registers late | the state is sent again | `event:languageSelect` and nothing else |
 * | on joining | authenticated, connected | connected, authenticated |
 * | the event stream returns | nothing | connected again, and the whole list |
 * | a refused dial | the node's words | no body: see `dialRefusals` |
 * | the user leaves | the user's wish, then disconnected | the user's wish only |
 */
export interface Behavior {
  edition: 'classic' | 'current';
  /** The field that says what happened to a participant: `activity` before API 22. */
  activityField: 'type' | 'activity';
  /**
   * When `event:participantJoined` comes for somebody who was dialed: when the node creates the participant,
   * still connecting, or when the call is answered, as notes say of earlier releases.
   */
  joinedAt: 'create' | 'answer';
  /** What a plugin gets for a dial that the node refuses: not measured on a real node for `current`. */
  dialRefusals: 'words' | 'undefined' | 'silence';
  /**
   * The word for a host that `setRole` takes; the other one is ignored. Which it is on a real node is not
   * known.
   */
  hostWord: 'chair' | 'host';
  /** Whether `syn` must carry the manifest's id: claimed in notes, not measured on a real node. */
  pluginIds: 'compared' | 'ignored';
  /** The language that `event:languageSelect` names. */
  interfaceLanguage: string;
}

/** The choices of each behavior that has a fixed list of them; the first is the default. */
const CHOICES = {
  edition: ['current', 'classic'],
  activityField: ['type', 'activity'],
  joinedAt: ['create', 'answer'],
  dialRefusals: ['words', 'undefined', 'silence'],
  hostWord: ['chair', 'host'],
  pluginIds: ['compared', 'ignored'],
} as const satisfies { [K in keyof Behavior]?: readonly Behavior[K][] };

function choose<K extends keyof typeof CHOICES>(
  query: URLSearchParams,
  name: K,
): (typeof CHOICES)[K][number] | undefined {
  const choices: readonly (typeof CHOICES)[K][number][] = CHOICES[name];
  return choices.find((choice) => choice === query.get(name));
}

/**
 * Reads the behavior from queries, such as `?edition=classic&interfaceLanguage=de`. An earlier query goes
 * before a later one; a value that is not among the choices counts as absent.
 */
export function readBehavior(...searches: string[]): Behavior {
  const queries = searches.map((search) => new URLSearchParams(search));
  const first = <K extends keyof typeof CHOICES>(name: K) =>
    queries.map((query) => choose(query, name)).find((value) => value !== undefined);
  const edition = first('edition') ?? 'current';
  return {
    edition,
    activityField: first('activityField') ?? 'type',
    joinedAt: first('joinedAt') ?? 'create',
    dialRefusals: first('dialRefusals') ?? (edition === 'classic' ? 'words' : 'undefined'),
    hostWord: first('hostWord') ?? 'chair',
    pluginIds: first('pluginIds') ?? 'compared',
    interfaceLanguage: queries.map((query) => query.get('interfaceLanguage')).find(Boolean) ?? 'en',
  };
}
