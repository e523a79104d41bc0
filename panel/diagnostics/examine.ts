import { formatList } from '../../locales/format';
import { hasFeature } from '../../protocol/calls';
import { PLUGIN_FEATURES } from '../../protocol/messages';
import { lacksFeature } from '../../protocol/plugin-features';
import type { Facts, Fixed } from './facts';
import { isOlder } from './plugin-version';

/** What is looked at, in this order: each builds on those before it. */
export const CHECKS = [
  'access',
  'webApp3',
  'framing',
  'plugin',
  'namespace',
  'messages',
  'features',
  'others',
  'chat',
  'permissions',
  'versions',
] as const;
export type Check = (typeof CHECKS)[number];

/**
 * `doubt`: it works, or cannot be seen, and somebody should know. `moot`: there is nothing to look at yet.
 */
export type Rating = 'good' | 'doubt' | 'bad' | 'moot';

/** What the words of each finding are filled with. */
export type FindingName =
  | 'accessGood'
  | 'accessClosed'
  | 'accessNone'
  | 'webApp3Good'
  | 'webApp3Hidden'
  | 'webApp3Deep'
  | 'webApp3Gone'
  | 'webApp3None'
  | 'framingSpoken'
  | 'framingPage'
  | 'framingAllowed'
  | 'framingRefused'
  | 'framingUnknown'
  | 'framingUnseen'
  | 'pluginInMeeting'
  | 'pluginReady'
  | 'pluginSilent'
  | 'namespaceOurs'
  | 'namespaceOther'
  | 'messagesValid'
  | 'messagesInvalid'
  | 'featuresAll'
  | 'featuresSome'
  | 'featuresKept'
  | 'featuresOther'
  | 'featuresNone'
  | 'featuresUnannounced'
  | 'othersNone'
  | 'othersUnseen'
  | 'othersWatched'
  | 'othersContest'
  | 'chatMeeting'
  | 'chatNone'
  | 'chatOutdated'
  | 'chatAllowed'
  | 'chatRefused'
  | 'chatUnknown'
  | 'chatFailing'
  | 'chatUnreachable'
  | 'chatSilent'
  | 'chatSlow'
  | 'chatWaiting'
  | 'chatUnfit'
  | 'chatBroken'
  | 'permissionsStay'
  | 'permissionsOnce'
  | 'permissionsUnknown'
  | 'versionsSame'
  | 'versionsPlugin'
  | 'versionsUntold'
  | 'versionsPeer'
  | 'moot';

export type Diagnosis = {
  check: Check;
  rating: Rating;
  name: FindingName;
  /** What its words are about: an origin, a version, a list. */
  about: string;
  /** The origin that access would settle it for. */
  ask?: string | undefined;
  /** An administrator has decided what would settle it. */
  isFixed?: boolean;
};

/** Pages that browsers keep every extension out of. */
const CLOSED =
  /^(chrome|edge|brave|about|moz-extension|chrome-extension|view-source|devtools|resource):|^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|(?:addons|support)\.mozilla\.org|accounts\.firefox\.com)\//;

/** The address is all that shows a file which the browser may open in a viewer of its own. */
const FILE = /^[^?#]*\.(?:pdf|json)(?:[?#]|$)/;

/** What has to be open to a user for the usual remedy of a finding. */
const SETTLED_BY: Partial<Record<FindingName, Fixed>> = {
  accessNone: 'sites',
  othersUnseen: 'mode',
  chatNone: 'chat',
  chatOutdated: 'chat',
  chatWaiting: 'chat',
  chatUnfit: 'chat',
  chatBroken: 'chat',
  permissionsOnce: 'sites',
};

/** Says in order what holds and what does not. */
export const examine = (facts: Facts): readonly Diagnosis[] =>
  CHECKS.map((check) => {
    const result = EXAMINE[check](facts);
    const settledBy = SETTLED_BY[result.name];
    const isFixed = settledBy !== undefined && facts.fixed.includes(settledBy);
    return { about: '', ...result, check, isFixed };
  });

type Result = Omit<Diagnosis, 'check' | 'about' | 'isFixed'> & { about?: string };

const good = (name: FindingName, about = ''): Result => ({ rating: 'good', name, about });
const bad = (name: FindingName, about = ''): Result => ({ rating: 'bad', name, about });
const doubt = (name: FindingName, about = '', ask?: string): Result => ({
  rating: 'doubt',
  name,
  about,
  ask,
});
const MOOT: Result = { rating: 'moot', name: 'moot' };

const isWebApp3There = ({ meeting, isOtherVersion }: Facts) => Boolean(meeting?.present) && !isOtherVersion;

const EXAMINE: Record<Check, (facts: Facts) => Result> = {
  access({ hasPeer, address = '', hasClosedViewers, site }) {
    if (hasPeer) return good('accessGood', site);
    const isClosed = CLOSED.test(address) || (hasClosedViewers && FILE.test(address));
    return bad(isClosed ? 'accessClosed' : 'accessNone');
  },

  webApp3({ hasPeer, isOtherVersion, meeting }) {
    if (!hasPeer || isOtherVersion) return MOOT;
    if (!meeting) return bad('webApp3None');
    if (!meeting.present) return bad('webApp3Gone');
    if (meeting.recognised) return good('webApp3Good', meeting.origin);
    // Only a frame of the page itself can be named by the page.
    return meeting.address === undefined ? doubt('webApp3Deep', meeting.host) : doubt('webApp3Hidden');
  },

  framing(facts) {
    const { meeting, site, framing } = facts;
    if (!isWebApp3There(facts) || !meeting) return MOOT;
    const { address, recognised } = meeting;
    if (meeting.origin === site && address === undefined && recognised) return good('framingPage');
    // Whose plugin speaks is on the page, whatever its headers say.
    if (meeting.plugin.name === 'ready') return good('framingSpoken');
    if (address === undefined || !/^https?:/.test(address)) return doubt('framingUnseen');
    if (framing === 'refused') return bad('framingRefused', site);
    const { origin } = new URL(address);
    return framing === 'allowed' ? good('framingAllowed', origin) : doubt('framingUnknown', origin, origin);
  },

  plugin(facts) {
    const { meeting } = facts;
    if (!isWebApp3There(facts) || !meeting) return MOOT;
    if (meeting.plugin.name === 'waiting') return bad('pluginSilent');
    return meeting.plugin.inMeeting ? good('pluginInMeeting', meeting.alias) : good('pluginReady');
  },

  namespace(facts) {
    if (!pluginOf(facts)) return MOOT;
    return good(facts.meeting?.dialect === 'videoconf' ? 'namespaceOther' : 'namespaceOurs');
  },

  messages(facts) {
    if (!isWebApp3There(facts)) return MOOT;
    return facts.misshapen > 0 ? doubt('messagesInvalid', String(facts.misshapen)) : good('messagesValid');
  },

  features(facts) {
    const { meeting } = facts;
    const plugin = pluginOf(facts);
    if (!plugin || !meeting) return MOOT;
    if (!plugin.announced) return doubt('featuresUnannounced');
    const missing = PLUGIN_FEATURES.filter((feature) => lacksFeature(meeting, feature));
    const about = formatList(missing);
    if (missing.length === 0) return good('featuresAll');
    if (plugin.version !== undefined)
      return doubt(isOlder(plugin.version, facts.version) ? 'featuresSome' : 'featuresKept', about);
    const isFirst = plugin.features.length === 0 && meeting.dialect !== 'videoconf';
    return isFirst ? doubt('featuresNone') : doubt('featuresOther', about);
  },

  others(facts) {
    const plugin = pluginOf(facts);
    if (!plugin) return MOOT;
    if (facts.mode === 'watch') return doubt('othersWatched');
    if (facts.meeting?.contested) return bad('othersContest');
    // Only a plugin that reports its button shows whether somebody else has set it.
    return plugin.features.includes('button-state') ? good('othersNone') : doubt('othersUnseen');
  },

  chat(facts) {
    const { chat } = facts;
    if (chat.kind === 'broken') return bad('chatBroken');
    if (chat.kind === 'own') {
      const { origin } = new URL(chat.url);
      const { reach } = chat;
      if (!reach) return doubt('chatSlow', origin);
      if (reach.name === 'failing') return bad('chatFailing', `${origin} (${reach.status})`);
      if (reach.name === 'allowed') return good('chatAllowed', origin);
      if (reach.name === 'refused') return bad('chatRefused', origin);
      if (reach.name === 'unreachable') return bad('chatUnreachable', origin);
      return doubt(reach.name === 'silent' ? 'chatSilent' : 'chatUnknown', origin, origin);
    }
    if (chat.kind === 'waiting') return doubt('chatWaiting');
    if (chat.kind === 'unfit') return bad('chatUnfit', chat.value);
    const plugin = pluginOf(facts);
    if (!plugin?.announced) return MOOT;
    if (hasFeature({ plugin }, 'messages')) return good('chatMeeting');
    return doubt(isOlder(plugin.version, facts.version) ? 'chatOutdated' : 'chatNone');
  },

  permissions({ hasPeer, mayStay, site }) {
    if (!hasPeer) return MOOT;
    if (mayStay === undefined) return doubt('permissionsUnknown');
    return mayStay ? good('permissionsStay', site) : doubt('permissionsOnce', site);
  },

  versions(facts) {
    const { hasPeer, isOtherVersion, version } = facts;
    if (!hasPeer) return MOOT;
    if (isOtherVersion) return bad('versionsPeer', version);
    const plugin = pluginOf(facts);
    if (!plugin?.announced) return MOOT;
    if (plugin.version === undefined) return doubt('versionsUntold');
    return plugin.version === version
      ? good('versionsSame', version)
      : doubt('versionsPlugin', `${plugin.version} / ${version ?? '?'}`);
  },
};

function pluginOf(facts: Facts) {
  const plugin = isWebApp3There(facts) ? facts.meeting?.plugin : undefined;
  return plugin?.name === 'ready' ? plugin : undefined;
}
