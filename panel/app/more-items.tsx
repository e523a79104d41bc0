import { useEffect, useMemo, useState } from 'preact/hooks';
import { siteOf } from '../../settings/site';
import type { SiteAccess } from '../../settings/sites/access';
import { createSitesStore } from '../../settings/sites/sites-store';
import { STRINGS as PANEL_STRINGS } from '../../strings/panel';
import { SITES_STRINGS as STRINGS } from '../../strings/sites';
import type { PanelContext } from '../state/context';
import { MenuItems } from '../ui/menu-items';

/** What is in the menu. The dock cannot ask for permission: there, the options do. */
export function MoreItems({ context }: { context: PanelContext }) {
  const { store, tab, tabs, possibleTabs, loadSiteAccess, openOptions, openHelp } = context;
  const [access, setAccess] = useState<SiteAccess>();
  const site = siteOf(store.site.value);
  useEffect(() => void loadSiteAccess?.().then(setAccess), [loadSiteAccess]);
  return (
    <MenuItems>
      {(choose) => (
        <>
          {possibleTabs.value
            .filter((name) => !tabs.value.includes(name))
            .map((name) => (
              <button
                key={name}
                type="button"
                onClick={choose(() => {
                  tab.value = name;
                  // Once it is there.
                  queueMicrotask(() => document.getElementById(`tab-${name}`)?.focus());
                })}
              >
                {PANEL_STRINGS.tabs[name]}
              </button>
            ))}
          {openOptions && (
            <button type="button" onClick={() => openOptions()}>
              {STRINGS.options}
            </button>
          )}
          {openHelp && (
            <button type="button" onClick={openHelp}>
              {STRINGS.openHelp}
            </button>
          )}
          {/* Last, since it comes last: the others must not move under somebody's mouse. */}
          {site && access && <SiteItem context={context} site={site} access={access} />}
        </>
      )}
    </MenuItems>
  );
}

function SiteItem({
  context: { storage },
  site,
  access,
}: {
  context: PanelContext;
  site: string;
  access: SiteAccess;
}) {
  const shown = useMemo(() => new AbortController(), []);
  useEffect(() => () => shown.abort(), [shown]);
  const sites = useMemo(() => createSitesStore(storage, access, shown.signal), [storage, access, shown]);
  const rows = sites.rows.value;
  const row = rows?.find((each) => siteOf(each.site) === site && each.always);
  const isOn = access.isBuiltIn(site) || (row?.isAllowed ?? false);
  const done = sites.done.value;
  if (!rows) return null;
  return (
    <>
      {isOn && <p>{STRINGS.runsOn(site)}</p>}
      {isOn && row?.always === 'own' && (
        <button type="button" onClick={() => void sites.remove(site)}>
          {STRINGS.stop}
        </button>
      )}
      {!isOn && (row || !sites.isLocked.value) && (
        <button type="button" onClick={() => void (row ? sites.allow(site) : sites.add(site))}>
          {STRINGS.alwaysOn(site)}
        </button>
      )}
      <p class={done?.isBad ? 'error' : 'help'} role="status">
        {done?.text}
      </p>
    </>
  );
}
