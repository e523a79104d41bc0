import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { CustomChat } from '../../settings/chat/config';
import { isFixed } from '../../settings/fixed-settings';
import { isSiteMuted, NOTIFY_SETTINGS } from '../../settings/notified';
import type { SettingsStore } from '../../settings/settings-store';
import { siteOf } from '../../settings/site';
import type { SiteRow } from '../../settings/sites/rows';
import type { SitesStore } from '../../settings/sites/sites-store';
import { NOTIFICATION_STRINGS } from '../../strings/notifications';
import { SITES_STRINGS as STRINGS } from '../../strings/sites';
import { TextField } from '../ui/text-field';
import { TemplateText } from './template-text';

type Props = {
  sites: SitesStore;
  chats: ReadonlySignal<readonly CustomChat[]>;
  settings: SettingsStore;
};

/** Where the extension runs by itself, how the peer behaves there, and which chat those pages have. */
export function SiteOptions({ sites, chats, settings }: Props) {
  const rows = sites.rows.value;
  const done = sites.done.value;
  if (!rows) return null;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{STRINGS.title}</h2>
      <p class="help">{sites.isLocked.value ? STRINGS.locked : STRINGS.help}</p>
      {rows.length === 0 && <p class="help">{STRINGS.none}</p>}
      <ul aria-label={STRINGS.title}>
        {rows.map((row) => (
          <Row key={row.site} row={row} sites={sites} chats={chats.value} settings={settings} />
        ))}
      </ul>
      <p class={done?.isBad ? 'error' : 'help'} role="status">
        {done?.text}
        {done?.undo && (
          <>
            {' '}
            <button type="button" class="plain" onClick={done.undo}>
              {STRINGS.undo}
            </button>
          </>
        )}
      </p>
      {!sites.isLocked.value && <AddSite sites={sites} />}
    </section>
  );
}

type RowProps = {
  row: SiteRow;
  sites: SitesStore;
  chats: readonly CustomChat[];
  settings: SettingsStore;
};

function Row({ row, sites, chats, settings }: RowProps) {
  const isSilent = isSiteMuted(settings.settings.value, row.site);
  const { site, always, isAllowed, mode, isModeManaged } = row;
  const nameId = `site-${site}`;
  const chat = chats.find((each) => each.site === site);
  const facts = [
    always && (isAllowed ? STRINGS.always : STRINGS.notAllowed),
    always === 'managed' && STRINGS.managed,
    always === 'built-in' && STRINGS.builtIn,
    mode === 'watch' ? STRINGS.watches : STRINGS.drives,
    chat && STRINGS.chat(chat.url),
    isSilent && NOTIFICATION_STRINGS.isMuted,
  ];
  return (
    <li class="entry">
      <p id={nameId}>{site}</p>
      <p class="facts">
        {facts.map(
          (fact) =>
            fact && (
              <span key={fact}>
                <TemplateText text={fact} />
              </span>
            ),
        )}
      </p>
      <div class="actions">
        {always && !isAllowed && (
          <Action name={STRINGS.allow} about={nameId} onClick={() => void sites.allow(site)} />
        )}
        {!isModeManaged && (
          <Action
            name={mode === 'watch' ? STRINGS.drive : STRINGS.watch}
            about={nameId}
            onClick={() => void sites.setMode(site, mode === 'watch' ? 'drive' : 'watch')}
          />
        )}
        {!isSilent && mayBeMuted(settings) && (
          <Action
            name={NOTIFICATION_STRINGS.mute}
            about={nameId}
            onClick={() => settings.change('mutedSites', [...settings.settings.peek().mutedSites, site])}
          />
        )}
        {always === 'own' && (
          <Action name={STRINGS.stop} about={nameId} onClick={() => void sites.remove(site)} />
        )}
      </div>
    </li>
  );
}

/** Whether there is something that a site could be kept from, by the user. */
const mayBeMuted = (settings: SettingsStore): boolean =>
  !isFixed(settings, 'mutedSites') &&
  (settings.settings.value.sound || NOTIFY_SETTINGS.some((name) => settings.settings.value[name]));

const Action = ({ name, about, onClick }: { name: string; about: string; onClick: () => void }) => (
  <button type="button" class="small" aria-describedby={about} onClick={onClick}>
    {name}
  </button>
);

function AddSite({ sites }: { sites: SitesStore }) {
  const [address, setAddress] = useState('');
  const [error, setError] = useState('');
  const submit = () => {
    const site = siteOf(address.trim());
    setError(site === undefined ? STRINGS.noAddress : '');
    if (site === undefined) return;
    // In the click, before anything is awaited; what was typed stays if the browser is given no permission.
    void sites.add(site).then(() => {
      if (!sites.done.peek()?.isBad) setAddress('');
    });
  };
  return (
    <form
      aria-label={STRINGS.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id="site-address"
        label={STRINGS.address}
        error={error}
        help={!error && STRINGS.addressHelp}
        attributes={{
          dir: 'ltr',
          spellcheck: false,
          value: address,
          onInput: (event) => setAddress(event.currentTarget.value),
        }}
      />
      <div class="actions">
        <button type="submit">{STRINGS.add}</button>
      </div>
    </form>
  );
}
