/**
 * What Web App 3 has no place for, in the sentences that `npm run classic` and Settings > Plugin share. Each
 * goes on behind “because”.
 */
export const OBSTACLES = {
  page: 'it uses elements of Webapp2’s own page, which Web App 3 does not have.',
  video: 'it takes pictures from the videos of the call, which Web App 3 does not give to plugins.',
  media: 'it requests its own camera, microphone or screen, which has no effect on the call.',
  devices: 'it mutes the user’s own camera or microphone, which Web App 3 does not let plugins do.',
  connection: 'it uses a PexRTC connection, which Web App 3 does not have.',
  leaves: 'it navigates its page elsewhere. That would end every plugin, so it is blocked.',
  address: 'it changes the URL or the history of its own hidden page, which users do not see.',
  stops: 'it stops its page from loading. That would stop other plugins, so it is blocked.',
  windows:
    'it opens windows, which are blocked unless "allow-popups" is added to sandboxValues in manifest.json.',
  questions: 'it uses confirm or prompt, which Web App 3 blocks.',
  document: 'it writes over its document. That would end every plugin, so it is blocked.',
  replaces: 'it replaces a part of PEX, which all plugins share, so it is blocked.',
  shared: 'it adds to Object.prototype, which all plugins share, so it is blocked.',
  base: 'it changes the base URL of its page, which all plugins share, so it is blocked.',
  empties: 'it removed parts of the page that all plugins share. They are back.',
  dialogs: 'it opens more than 10 dialogs at a time, or 20 in a minute. The others do not open.',
  notices: 'it shows more than 20 notices in 10 seconds. The others are left out.',
  requests: 'it sends more than 300 requests in a minute. The others are refused.',
  answers: 'it answers actions with actions endlessly. The others are blocked.',
  hidden: 'it puts more than text into its own hidden page, where users cannot see it.',
} as const;

/** The sentence of an action that plugins wait for in vain. */
export const neverComes = (type: string): string =>
  `it waits for "${type}", which Web App 3 does not report.`;

/** The sentence of a property that no participant has here. */
export const notOfParticipants = (name: string): string =>
  `it reads "${name}" of a participant, which Web App 3 does not report.`;

/** The sentence of a part of the language or the browser that a plugin replaces for all. */
export const replacesShared = (name: string): string =>
  `it replaces ${name}, which all plugins share, so it is blocked.`;

/** The sentence of a method that RxJS 5 had on every stream. */
export const notOfStreams = (name: string, line: number): string =>
  `it chains ".${name}" to a stream in line ${line}, which RxJS 7 does not have.`;

/** The sentence of a part of PexRTC that this host does not have. */
export const notOfPexRtc = (name: string): string =>
  `it uses ${name} of PexRTC, which Web App 3 does not have.`;

/** The sentence of a function that the guides do not have. */
export const notOfPluginApi = (name: string): string =>
  `it calls ${name} of the plugin API, which Pexip’s guides do not have.`;

/** The parts of PexRTC that this host has. */
export const PEXRTC_PARTS = ['conference_name', 'uuid', 'role', 'setParticipantText'] as const;

/**
 * The place of Webapp2 in which plugins put what they show over the videos; `runtime.html` has one of that
 * id.
 */
export const STAGE_ID = 'conference-stage-container';

/** Classes and ids of Webapp2's page. Its classes for dialogs are not among them. */
const PAGE_PARTS =
  /(?:^|[#.\s>"'=])(?:pex-(?!text-input|dialog)|toolbar-|conference-(?!stage-container)|roster|self-?view|presentation)/i;

/** Which obstacle a look-up meets, by its id, class, tag or selector. */
export function obstacleOfLookup(what: string): 'page' | 'video' | undefined {
  if (/(?:^|[\s#.>])(?:main|remote|full|self)?-?_?video\b(?!-?(?:name|title|list|form))/i.test(what))
    return 'video';
  return PAGE_PARTS.test(what) ? 'page' : undefined;
}

/** Whether an action asks for the user's own devices. */
export const isOfDevices = (type: string): boolean =>
  /^\[Conference\] (?:Un)?mute (?:camera|microphone)$/i.test(type);
