import { formatList } from '../locales/format';
import { MODES } from '../protocol/mode';
import { exactOptional, fields, flag, Mismatch, oneOf, trimmedText } from '../protocol/shape';
import { describeMismatch } from '../strings/describe-fault';
import { POLICY_STRINGS } from '../strings/policy';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../strings/settings-file';
import { isAllowed } from './allow-list/allow-list';
import { neverMatches } from './allow-list/never-matches';
import { LOCKS, type Lock, type Policy } from './policy';
import { DEFAULT_SETTINGS, type Settings, settingFields } from './settings';
import { siteOf } from './site';
import { TABS } from './tabs';

/** Reads `storage.managed` and reports invalid values. An invalid allow-list blocks every call. */
export function readPolicy(managed: Readonly<Record<string, unknown>>): Policy {
  const problems: string[] = Object.keys(managed)
    .filter((name) => !NAMES.includes(name))
    .map((name) => POLICY_STRINGS.unknown({ name: name.slice(0, MAX_NAME), names: formatList(NAMES) }));
  const given = allowListOf(managed.allow, problems);
  const presets = presetsOf(managed.presets, problems);
  const settings = { ...tabsOf(managed.tabs, problems), ...settingsOf(managed.settings, problems) };
  const sites = sitesOf(managed.sites, problems);
  const locks = locksOf(managed.locks, problems);
  const isMissing = !given && locks.includes('allow');
  if (isMissing) problems.push(POLICY_STRINGS.allowMissing);
  const allow = isMissing ? [] : given;
  return { ...(allow && allowing(allow)), presets, settings, sites, locks, problems: bounded(problems) };
}

/** What a policy can have. A mistyped `allow` would otherwise let every call through without a word. */
const NAMES: readonly string[] = ['sites', 'chat', 'presets', 'tabs', 'allow', 'settings', 'locks'];
const MAX_NAME = 100;

/** More problems than these are counted: nobody reads on. */
const MAX_PROBLEMS = 50;

const bounded = (problems: readonly string[]): readonly string[] =>
  problems.length <= MAX_PROBLEMS
    ? problems
    : [...problems.slice(0, MAX_PROBLEMS), STRINGS.moreProblems(problems.length - MAX_PROBLEMS)];

const managedSite = fields({
  site: trimmedText(512),
  always: exactOptional(flag),
  mode: exactOptional(oneOf(MODES)),
});

function sitesOf(given: unknown, problems: string[]): Policy['sites'] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    problems.push(POLICY_STRINGS.sites);
    return [];
  }
  return given.flatMap((entry: unknown, index) => {
    const read = managedSite(entry);
    if (read instanceof Mismatch) {
      problems.push(POLICY_STRINGS.site({ entry: index + 1, why: describeMismatch(read) }));
      return [];
    }
    const origin = URL.canParse(read.site) ? new URL(read.site).origin : 'null';
    if (siteOf(origin)) return [{ always: true, ...read, site: origin }];
    problems.push(POLICY_STRINGS.site({ entry: index + 1, why: POLICY_STRINGS.noSite }));
    return [];
  });
}

function locksOf(given: unknown, problems: string[]): readonly Lock[] {
  if (given === undefined) return [];
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  const known = LOCKS.filter((lock) => names.includes(lock));
  if (Array.isArray(given) && known.length === new Set(names).size) return known;
  problems.push(POLICY_STRINGS.locks(formatList(LOCKS)));
  // If `locks` can't be read, lock everything.
  return Array.isArray(given) ? known : LOCKS;
}

/** The same tabs in both places. Known names count also beside unknown ones: they were meant to be all. */
function tabsOf(given: unknown, problems: string[]): Partial<Settings> {
  if (given === undefined) return {};
  const names: readonly unknown[] = Array.isArray(given) ? given : [];
  const tabs = TABS.filter((tab) => names.includes(tab));
  if (tabs.length === 0 || tabs.length < new Set(names).size)
    problems.push(POLICY_STRINGS.tabs(formatList(TABS)));
  return tabs.length > 0 ? { tabs, dockTabs: tabs } : {};
}

const allowing = (allow: readonly string[]) => ({
  allow,
  allows: (destination: string) => isAllowed(destination, allow),
});

function allowListOf(given: unknown, problems: string[]): readonly string[] | undefined {
  if (given === undefined) return undefined;
  if (isTexts(given)) {
    for (const [index, pattern] of given.entries()) {
      const entry = { entry: index + 1, pattern: pattern.slice(0, MAX_NAME) };
      if (neverMatches(pattern)) problems.push(POLICY_STRINGS.pattern(entry));
    }
    return given;
  }
  // An unreadable allow-list must block every call, not allow every call.
  problems.push(POLICY_STRINGS.allow);
  return [];
}

const isTexts = (given: unknown): given is string[] =>
  Array.isArray(given) && given.every((entry) => typeof entry === 'string');

function presetsOf(given: unknown, problems: string[]): Policy['presets'] {
  if (given === undefined) return [];
  if (Array.isArray(given)) return given;
  problems.push(POLICY_STRINGS.presets);
  return [];
}

function settingsOf(given: unknown, problems: string[]): Partial<Settings> {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.push(POLICY_STRINGS.settings);
    return {};
  }
  const entries = Object.entries(given).flatMap(([name, value]) => {
    if (!isSetting(name)) {
      const known = { name: `settings.${name.slice(0, MAX_NAME)}`, names: formatList(SETTING_NAMES) };
      problems.push(POLICY_STRINGS.unknown(known));
      return [];
    }
    const read = settingFields[name](value);
    if (!(read instanceof Mismatch)) return [[name, read]];
    problems.push(POLICY_STRINGS.setting({ name, why: describeMismatch(read) }));
    return [];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}

const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS);

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(DEFAULT_SETTINGS, name);
