import { signal as newSignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { isFixed } from '../../settings/fixed-settings';
import { NOTIFY_SETTINGS, type NotificationAccess } from '../../settings/notified';
import type { Settings } from '../../settings/settings';
import type { SettingsStore } from '../../settings/settings-store';
import { NOTIFICATION_STRINGS as STRINGS } from '../../strings/notifications';
import { OPTIONS_STRINGS } from '../../strings/options';
import { Flag } from './setting-field';

type Props = { settings: SettingsStore; access: NotificationAccess | undefined; signal: AbortSignal };

/** What the user wants to be told of, and whether the browser lets the extension tell it. */
export function NotificationOptions({ settings, access, signal }: Props) {
  const [isDeclined, setDeclined] = useState(false);
  const isAllowed = useMemo(() => followAccess(access, signal), [access, signal]);
  const wanted = NOTIFY_SETTINGS.filter((name) => settings.settings.value[name]);
  const turn = async (name: BooleanSetting, isOn: boolean) => {
    setDeclined(false);
    // In the click, before anything is awaited: browsers ask only then.
    const isGiven = isOn ? ((await access?.ask()) ?? true) : true;
    setDeclined(!isGiven);
    if (!isGiven) return;
    settings.change(name, isOn);
    // The browser is not left with a permission that nothing needs.
    if (!isOn && wanted.every((each) => each === name)) await access?.giveBack();
  };
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">{STRINGS.title}</h2>
      <p class="help">{STRINGS.help}</p>
      {NOTIFY_SETTINGS.map((name) => (
        <Flag key={name} store={settings} name={name} onSwitch={(...change) => void turn(...change)} />
      ))}
      <p class="error" role="status">
        {isDeclined && STRINGS.declined}
      </p>
      {wanted.length > 0 && isAllowed.value === false && (
        <div class="actions">
          <span class="error">{STRINGS.needed}</span>
          <button type="button" class="small" onClick={() => void access?.ask()}>
            {STRINGS.allow}
          </button>
        </div>
      )}
      <Flag store={settings} name="sound" />
      <MutedSites settings={settings} />
    </section>
  );
}

type BooleanSetting = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** The sites that were muted, each with the way back. */
function MutedSites({ settings }: { settings: SettingsStore }) {
  const { mutedSites } = settings.settings.value;
  if (mutedSites.length === 0) return null;
  const { label, help } = OPTIONS_STRINGS.settings.mutedSites;
  return (
    <>
      <h3 id="muted-sites">{label}</h3>
      <p class="help">
        {help} {isFixed(settings, 'mutedSites') && OPTIONS_STRINGS.managed}
      </p>
      <ul aria-labelledby="muted-sites">
        {mutedSites.map((site, index) => (
          <li key={site} class="entry">
            <p id={`muted-${index}`}>{site}</p>
            {!isFixed(settings, 'mutedSites') && (
              <div class="actions">
                <button
                  type="button"
                  class="small"
                  aria-describedby={`muted-${index}`}
                  onClick={() =>
                    settings.change(
                      'mutedSites',
                      mutedSites.filter((each) => each !== site),
                    )
                  }
                >
                  {STRINGS.unmute}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether notifications are allowed; `undefined` while that is not known. */
function followAccess(access: NotificationAccess | undefined, signal: AbortSignal) {
  const isAllowed = newSignal<boolean>();
  const load = () =>
    void access?.has().then((has) => {
      isAllowed.value = has;
    });
  access?.watch(load, signal);
  load();
  return isAllowed;
}
