import { computed, effect, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { formatList } from '../../locales/format';
import { chatPlaceOf } from '../../settings/chat/config';
import { followConfig } from '../../settings/chat/follow-config';
import { countries } from '../../settings/countries';
import type { SettingsStore } from '../../settings/settings-store';
import { CHAT_OPTION_STRINGS } from '../../strings/chat-options';
import { KEYBOARD_STRINGS } from '../../strings/keyboard';
import { NOTIFICATION_STRINGS } from '../../strings/notifications';
import { OPTIONS_STRINGS } from '../../strings/options';
import { STRINGS } from '../../strings/panel';
import { PRESET_STRINGS } from '../../strings/presets';
import { PRIVACY_STRINGS } from '../../strings/privacy';
import { SETTINGS_FILE_STRINGS } from '../../strings/settings-file';
import { SITES_STRINGS } from '../../strings/sites';
import type { EditedPreset } from '../presets/edited-preset';
import { PresetManager } from '../presets/preset-manager';
import type { PickedFile } from '../ui/file-field';
import { lazy } from '../ui/lazy';
import { useIsPrivate } from '../ui/use-private';
import { ChatOptions } from './chat-options';
import type { OptionsContext } from './context';
import { Damaged } from './damaged';
import { Keyboard } from './keyboard';
import { Navigation, type Section } from './navigation';
import { NotificationOptions } from './notification-options';
import { Privacy } from './privacy';
import { Choice, Flag, NumberField, TabsField } from './setting-field';
import { SiteOptions } from './site-options';

/** It brings along what reads files, and compares. */
const SettingsTransfer = lazy(() => import('./settings-transfer').then((part) => part.SettingsTransfer));

/** The options page. Every change is saved as it is made. */
export function Options({ context }: { context: OptionsContext }) {
  const { settings, presets, sites, storage, signal, siteAccess, notificationAccess, onChatPlace } = context;
  const chats = useMemo(() => {
    const config = followConfig(storage, signal);
    const dispose = effect(() => {
      if (config.value) onChatPlace?.(chatPlaceOf(config.value));
    });
    signal.addEventListener('abort', dispose, { once: true });
    const all = computed(() => [...(config.value?.managed.chats ?? []), ...(config.value?.own.chats ?? [])]);
    return { all, isRead: computed(() => config.value !== undefined) };
  }, [storage, signal, onChatPlace]);
  const body = useRef<HTMLDivElement>(null);
  const edited = useSignal<EditedPreset | undefined>(undefined);
  const presetSearch = useSignal('');
  const imported = useSignal<PickedFile | undefined>(undefined);
  const choices = useMemo(countries, []);
  const isPrivate = useIsPrivate(storage);
  const { allow } = settings.policy.value;
  return (
    <main class="options-page with-side">
      <h1>{OPTIONS_STRINGS.title}</h1>
      <Navigation
        sections={sectionsOf(context)}
        within={body}
        isThere={chats.isRead.value && (!sites || sites.rows.value !== undefined)}
      />
      <div class="options-body" ref={body}>
        {isPrivate && <p class="help">{PRESET_STRINGS.staysAfterPrivate}</p>}
        <Outcome settings={settings} />
        <Problems context={context} />
        <Damaged settings={settings} />
        {sites && <SiteOptions sites={sites} chats={chats.all} settings={settings} />}
        <ChatOptions
          storage={storage}
          signal={signal}
          siteAccess={siteAccess}
          reportFailure={settings.reportFailure}
        />
        <section aria-labelledby="appearance">
          <h2 id="appearance">{OPTIONS_STRINGS.appearance}</h2>
          <Choice store={settings} name="theme" choices={Object.entries(OPTIONS_STRINGS.themes)} />
          <Choice store={settings} name="textSize" choices={Object.entries(OPTIONS_STRINGS.textSizes)} />
          <TabsField store={settings} name="tabs" />
          <TabsField store={settings} name="dockTabs" />
        </section>
        <section aria-labelledby="dialing">
          <h2 id="dialing">{OPTIONS_STRINGS.dialing}</h2>
          <Choice store={settings} name="region" choices={choices} />
          <Choice store={settings} name="protocol" choices={Object.entries(STRINGS.choices.protocol)} />
          <Choice store={settings} name="role" choices={Object.entries(STRINGS.choices.role)} />
          <NumberField store={settings} name="noAnswerSeconds" min={5} max={600} />
          <Flag store={settings} name="overlap" />
        </section>
        <section aria-labelledby="guard">
          <h2 id="guard">{OPTIONS_STRINGS.guard}</h2>
          <NumberField store={settings} name="perMinute" min={0} max={600} />
          <Flag store={settings} name="confirmPremium" />
          <Flag store={settings} name="confirmForeign" />
          {allow && <p>{OPTIONS_STRINGS.allow(formatList(allow))}</p>}
        </section>
        <NotificationOptions settings={settings} access={notificationAccess} signal={signal} />
        <section aria-labelledby="presets">
          <h2 id="presets">{OPTIONS_STRINGS.presets}</h2>
          {presets.area.value.name === 'local' && <p class="help">{PRESET_STRINGS.onlyHere}</p>}
          <PresetManager
            presets={presets}
            search={presetSearch}
            edited={edited}
            imported={imported}
            signal={signal}
            settings={settings}
          />
        </section>
        <section aria-labelledby="history">
          <h2 id="history">{OPTIONS_STRINGS.history}</h2>
          <Flag store={settings} name="history" />
        </section>
        <Privacy context={context} />
        <SettingsTransfer context={context} />
        {context.shortcuts && <Keyboard shortcuts={context.shortcuts} />}
      </div>
    </main>
  );
}

/** The sections in their order; those that tell of mistakes come first by themselves. */
const sectionsOf = ({ sites, shortcuts }: OptionsContext): readonly Section[] => [
  ...(sites ? ([['sites', SITES_STRINGS.title]] as const) : []),
  ['chat', CHAT_OPTION_STRINGS.title],
  ['appearance', OPTIONS_STRINGS.appearance],
  ['dialing', OPTIONS_STRINGS.dialing],
  ['guard', OPTIONS_STRINGS.guard],
  ['notifications', NOTIFICATION_STRINGS.title],
  ['presets', OPTIONS_STRINGS.presets],
  ['history', OPTIONS_STRINGS.history],
  ['privacy', PRIVACY_STRINGS.title],
  ['transfer', SETTINGS_FILE_STRINGS.title],
  ...(shortcuts ? ([['keyboard', KEYBOARD_STRINGS.title]] as const) : []),
];

/** Says that a change is stored. It stays in sight, since a page that is closed too early stores nothing. */
function Outcome({ settings }: { settings: SettingsStore }) {
  const outcome = settings.outcome.value;
  return (
    <p class={outcome?.ok === false ? 'outcome error' : 'outcome'} role="status">
      {outcome && (outcome.ok ? OPTIONS_STRINGS.saved : OPTIONS_STRINGS.notSaved(outcome.why))}
    </p>
  );
}

/** What is wrong with the policy, for the administrator. */
function Problems({ context: { settings, presets } }: { context: OptionsContext }) {
  const problems = [...settings.policy.value.problems, ...presets.problems.value];
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">{OPTIONS_STRINGS.policy}</h2>
      <p class="error">{OPTIONS_STRINGS.policyProblems}</p>
      <ul aria-label={OPTIONS_STRINGS.policy}>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  );
}
