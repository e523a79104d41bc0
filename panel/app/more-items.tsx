import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SiteAccess } from '../../settings/sites/access';
import { siteOf } from '../../settings/sites/site';
import { createSitesStore } from '../../settings/sites/sites-store';
import { SITES_STRINGS as STRINGS } from '../../strings/sites';
import type { PanelContext } from '../state/context';
import { keyOf } from '../ui/key-of';

/** What is in the menu. The dock cannot ask for permission: there, the options do. */
export function MoreItems({ context }: { context: PanelContext }) {
  const { store, loadSiteAccess, openOptions, openHelp } = context;
  const items = useRef<HTMLDivElement>(null);
  const [access, setAccess] = useState<SiteAccess>();
  const site = siteOf(store.site.value);
  useEffect(() => closeOnLeaving(items.current), []);
  useEffect(() => void loadSiteAccess?.().then(setAccess), [loadSiteAccess]);
  return (
    <div class="more-items" ref={items}>
      {openOptions && (
        <button type="button" onClick={openOptions}>
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
    </div>
  );
}

/**
 * Closes the menu at a press beside it, when the focus goes elsewhere, which would lie under it, and at
 * Escape, which gives the focus back to its button.
 */
function closeOnLeaving(items: HTMLElement | null): () => void {
  const shown = new AbortController();
  const menu = items?.closest('details');
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !menu?.contains(target)) menu?.removeAttribute('open');
    },
    shown,
  );
  menu?.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.removeAttribute('open');
    },
    shown,
  );
  menu?.addEventListener(
    'keydown',
    (event) => {
      if (keyOf(event) !== 'Escape') return;
      // In the dock, Escape gives the keyboard back to the page: not from in here.
      event.preventDefault();
      menu.removeAttribute('open');
      menu.querySelector('summary')?.focus();
    },
    shown,
  );
  return () => shown.abort();
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
